using Microsoft.Extensions.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary>An error as one line, and the exit code for it.</summary>
internal sealed record ErrorReport(string Line, int ExitCode)
{
    public static ErrorReport Of(Exception exception, Session session) => exception switch
    {
        UsageException e => new(e.Message, Cli.ExitCode.Usage),
        ConfigurationException e => new(e.Message, e.LacksCredentialsOnly ? Cli.ExitCode.Credentials : Cli.ExitCode.Usage),
        OptionsValidationException e => Of(ConfigurationException.Of(e, session.Configuration), session),
        AccessDeniedException e => new($"{e.Message} Check the credential at {Place(e, session)}.", Cli.ExitCode.Credentials),
        ClientNotFoundException e => new(e.Message, Cli.ExitCode.NotFound),
        OperationNotSupportedException e when OwnOnly(e, session) is { } own =>
            new($"{e.Error.Provider}: {e.Error.Operation}: {own.Remark}; leave out --subject.", Cli.ExitCode.Failed),
        BackendUnavailableException e when e.Error.Summary.Contains("could not be reached", StringComparison.Ordinal) =>
            new($"{e.Message} Check {Place(e, session, nameof(ProviderOptions.BaseAddress))}.", Cli.ExitCode.Failed),
        ClientManagementException e => new(e.Message, Cli.ExitCode.Failed),
        ArgumentException { ParamName: "clientId" } e => new($"ID: {Words(e)}", Cli.ExitCode.Usage),
        ArgumentException { ParamName: "scopes" } e => new($"scopes: {Words(e)}", Cli.ExitCode.Usage),
        ArgumentException { ParamName: "subject" } => new("this provider needs --subject, the end user.", Cli.ExitCode.Usage),
        ToolException e => new(e.Message, Cli.ExitCode.Failed),
        IOException or UnauthorizedAccessException => new(exception.Message, Cli.ExitCode.Failed),
        _ => new($"unexpected {exception.GetType().Name}: {exception.Message} (--verbose shows more.)", Cli.ExitCode.Failed),
    };

    /// <summary>The exit code of work on several clients, of which some may have failed.</summary>
    /// <param name="session">The command.</param>
    /// <param name="done">How many it was done for.</param>
    /// <param name="failures">The error of each of the others; null if there was none, and it failed all the same.</param>
    public static int CodeOfSeveral(Session session, int done, IReadOnlyCollection<Exception?> failures)
    {
        if (failures.Count == 0 || done > 0)
        {
            return failures.Count == 0 ? Cli.ExitCode.Done : Cli.ExitCode.Partly;
        }

        int[] codes = [.. failures.Select(e => e is null ? Cli.ExitCode.Failed : Of(e, session).ExitCode).Distinct()];
        return codes.Length == 1 ? codes[0] : Cli.ExitCode.Failed;
    }

    // What the backend can do, and refuses with --subject, it does not do for other end users.
    private static OperationCapability? OwnOnly(OperationNotSupportedException e, Session session) =>
        session.Parsed.GetResult(GrantCommands.SubjectName) is null ? null
            : session.Clients.Capabilities.Operations[e.Error.Operation] is { Supported: true } capability ? capability
            : null;

    private static string Place(ClientManagementException e, Session session, params IEnumerable<string> setting)
    {
        string key = string.Join(':', ["ClientManagement", "Providers", e.Error.Provider, .. setting]);
        return session.Configuration?.Describe(key) ?? key;
    }

    // Without the name of the parameter that .NET adds.
    private static string Words(ArgumentException e) => e.Message.Split(" (Parameter", 2)[0];
}
