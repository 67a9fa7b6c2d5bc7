using ClientMgmt.Cli.Output;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Cli.Configuration;

/// <summary>With --verbose, what the library logs goes to standard error. It never logs a body, a credential or a secret.</summary>
internal sealed class ErrorLogger(View view) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        view.Note(formatter(state, exception));

    public void Dispose()
    {
    }
}
