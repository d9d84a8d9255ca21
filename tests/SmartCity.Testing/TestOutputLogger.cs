using Microsoft.Extensions.Logging;
using Xunit;

namespace SmartCity.Testing;

/// <summary>Shows the log lines of a test beside its result.</summary>
internal sealed class TestOutputLoggerProvider : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new TestOutputLogger(categoryName);

    public void Dispose()
    {
        // It holds nothing.
    }

    private sealed class TestOutputLogger(string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) =>
            TestContext.Current.TestOutputHelper?.WriteLine(
                exception is null
                    ? $"{logLevel} {category}: {formatter(state, exception)}"
                    : $"{logLevel} {category}: {formatter(state, exception)}\n{exception}"
            );
    }
}
