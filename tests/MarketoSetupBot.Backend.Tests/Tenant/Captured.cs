using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MarketoSetupBot.Backend.Tests.Tenant;

/// <summary>Every line that anything logs, at every level.</summary>
public sealed class Captured : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
    }

    private sealed class Writer(Captured captured) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            captured.Lines.Enqueue(formatter(state, exception) + exception);
    }
}
