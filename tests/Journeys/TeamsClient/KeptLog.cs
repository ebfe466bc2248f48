using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Journeys.TeamsClient;

/// <summary>A log that is kept, to be read when a test fails and to be searched for secrets.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    /// <summary>Warnings and worse.</summary>
    public string Trouble => string.Join('\n', Lines.Where(l => l[0] is 'W' or 'E' or 'C'));

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Lines.Enqueue($"{logLevel.ToString()[0]} {DateTime.UtcNow:HH:mm:ss.fff} {category}: {formatter(state, exception)} {exception}");
    }
}
