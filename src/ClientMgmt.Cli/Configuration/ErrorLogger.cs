using System.Globalization;
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

    private const string TooManyRequests = "429";

    // What holds a command up.
    private static readonly string[] s_waits = ["Waiting", "WaitingForServer", "Retrying"];

    private static readonly Dictionary<ClientOperation, string> s_names = new()
    {
        [ClientOperation.Create] = "creations",
        [ClientOperation.Update] = "updates",
        [ClientOperation.Delete] = "deletions",
        [ClientOperation.Get] = "reads",
        [ClientOperation.List] = "reads",
    };

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
        else if (s_waits.Contains(eventId.Name) && state is IReadOnlyList<KeyValuePair<string, object?>> facts && Fact(facts, "Delay") is double delay)
        {
            view.Waits.Tell($"{Fact(facts, "Provider")} {Reason(facts)}", TimeSpan.FromSeconds(delay));
        }
    }

    private static string Reason(IReadOnlyList<KeyValuePair<string, object?>> facts) =>
        Fact(facts, "Limit") is int limit && Fact(facts, "Operation") is ClientOperation operation
            ? string.Create(CultureInfo.InvariantCulture, $"allows {limit} {s_names.GetValueOrDefault(operation, "such requests")} a minute")
        : Fact(facts, "Error") is string error && error != TooManyRequests ? $"did not answer well ({error})"
        : "says that there were too many requests";

    private static object? Fact(IReadOnlyList<KeyValuePair<string, object?>> facts, string name) => facts.FirstOrDefault(f => f.Key == name).Value;

    public void Dispose()
    {
    }
}
