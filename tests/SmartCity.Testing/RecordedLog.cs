using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SmartCity.Testing;

/// <summary>Keeps what a worker writes into its log, for tests that read it or wait for it.</summary>
public sealed class RecordedLog<TCategory> : ILogger<TCategory>
{
    private readonly ConcurrentQueue<RecordedLine> lines = new();
    private readonly TaskCompletionSource<RecordedLine> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<RecordedLine> Lines => [.. lines];

    /// <summary>The first line, as soon as there is one.</summary>
    public Task<RecordedLine> First => first.Task;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var line = new RecordedLine(logLevel, formatter(state, exception), exception);
        lines.Enqueue(line);
        first.TrySetResult(line);
    }
}

/// <param name="Fault">What was thrown, where the line tells of an exception.</param>
public sealed record RecordedLine(LogLevel Level, string Text, Exception? Fault);
