using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Support;

/// <summary>Keeps everything that is logged, at every level.</summary>
public sealed class MemoryLog : ILoggerProvider
{
    public ConcurrentQueue<LogEntry> Entries { get; } = [];

    /// <summary>All text of all entries, with the values by themselves and the scopes.</summary>
    public IEnumerable<string> Lines => Entries.Select(e => e.ToString());

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            entries.Enqueue(new LogEntry(category, LogLevel.None, default, state.ToString()!, Values(state), null));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new LogEntry(category, logLevel, eventId, formatter(state, exception), Values(state), exception));

        private static IReadOnlyList<KeyValuePair<string, object?>> Values<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? [.. values] : [];
    }
}

/// <summary>One message, or the beginning of a scope.</summary>
public sealed record LogEntry(
    string Category,
    LogLevel Level,
    EventId Id,
    string Message,
    IReadOnlyList<KeyValuePair<string, object?>> Values,
    Exception? Exception)
{
    public override string ToString() =>
        $"{Category} {Level} {Id.Id} {Id.Name} {Message} {string.Join(' ', Values.Select(v => $"{v.Key}={v.Value}"))} {Exception}";
}
