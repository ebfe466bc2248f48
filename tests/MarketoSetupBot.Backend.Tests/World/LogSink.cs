using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MarketoSetupBot.Backend.Tests.World;

/// <summary>Keeps every line of the log, to be searched for what must not be there.</summary>
internal sealed class LogSink : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogSink sink, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => sink.Lines.Enqueue($"{DateTime.UtcNow:ss.fff} {logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
