using ClientMgmt.Cli.Output;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientMgmt.Cli.Configuration;

/// <summary>
/// What the library logs goes to standard error: with --verbose all, otherwise what nothing else tells. It never logs a body, a
/// credential or a secret.
/// </summary>
internal sealed class ErrorLogger(View view) : ILoggerProvider, ILogger
{
    // Events that come with a success.
    private static readonly string[] s_always = ["SecretReplaced", "NoKey", "NotReadBack"];

    // .NET's own classes have nothing to say about clients.
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith(nameof(ClientMgmt), StringComparison.Ordinal) ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (view.Verbose || s_always.Contains(eventId.Name))
        {
            view.Note(formatter(state, exception));
        }
    }

    public void Dispose()
    {
    }
}
