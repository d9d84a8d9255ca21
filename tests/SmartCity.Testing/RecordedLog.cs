using Microsoft.Extensions.Logging;

namespace SmartCity.Testing;

/// <summary>Keeps what a worker writes into its log, for tests that read it or wait for it.</summary>
public sealed class RecordedLog<TCategory> : ILogger<TCategory>
{
    private readonly Lock writing = new();
    private readonly List<RecordedLine> lines = [];
    private readonly List<(Predicate<RecordedLine> Which, TaskCompletionSource<RecordedLine> Written)> awaited = [];

    public IReadOnlyList<RecordedLine> Lines
    {
        get
        {
            lock (writing)
            {
                return [.. lines];
            }
        }
    }

    /// <summary>The first such line, as soon as there is one.</summary>
    public Task<RecordedLine> FirstAsync(Predicate<RecordedLine> which, CancellationToken cancellationToken)
    {
        lock (writing)
        {
            if (lines.Find(which) is { } line)
            {
                return Task.FromResult(line);
            }

            var written = new TaskCompletionSource<RecordedLine>(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((which, written));
            return written.Task.WaitAsync(cancellationToken);
        }
    }

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
        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var line = new RecordedLine(logLevel, formatter(state, exception), exception, values);
        lock (writing)
        {
            lines.Add(line);
            foreach (var (which, written) in awaited)
            {
                if (which(line))
                {
                    written.TrySetResult(line);
                }
            }
        }
    }
}

/// <param name="Fault">What was thrown, where the line tells of an exception.</param>
/// <param name="Values">What stands in the text, by name.</param>
public sealed record RecordedLine(
    LogLevel Level,
    string Text,
    Exception? Fault,
    IReadOnlyList<KeyValuePair<string, object?>> Values
);
