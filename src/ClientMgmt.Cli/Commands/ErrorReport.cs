using System.Security.Cryptography;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary>An error as one line, and the exit code for it.</summary>
internal sealed record ErrorReport(string Line, int ExitCode)
{
    public static ErrorReport Of(Exception exception, Session session) => exception switch
    {
        UsageException e => new(e.Message, Errors.ExitCode.Usage),
        ConfigurationException e => new(e.Message, e.LacksCredentialsOnly ? Errors.ExitCode.Credentials : Errors.ExitCode.Usage),
        OptionsValidationException e => Of(ConfigurationException.Of(e, session.Configuration), session),
        RegistrationNotStoredException e => new($"{e.Message}{session.Rescued.Keep(e)}", Errors.ExitCode.Partly),
        AccessDeniedException { Error: { ClientId: not null } or { Operation: ClientOperation.List } } e when session.Providers.FindRegistrations(e.Error.Provider) is not null =>
            new(e.Message, Errors.ExitCode.Credentials),
        AccessDeniedException e => new($"{e.Message} Check the credential at {Credential(e, session)}.", Errors.ExitCode.Credentials),
        ClientNotFoundException e => new(e.Message, Errors.ExitCode.NotFound),
        OperationNotSupportedException e when OwnOnly(e, session) is { } own =>
            new($"{e.Error.Provider}: {e.Error.Operation}: {own.Remark}; leave out --subject.", Errors.ExitCode.Failed),
        BackendUnavailableException e when e.Error.Summary.Contains("could not be reached", StringComparison.Ordinal) =>
            new($"{e.Message} Check {Place(e, session, nameof(ProviderOptions.BaseAddress))}.", Errors.ExitCode.Failed),
        OutcomeUnknownException e => new(e.Message, Errors.ExitCode.Unknown),
        ClientManagementException e => new(e.Message, Errors.ExitCode.Failed),
        ArgumentException { ParamName: "clientId" } e => new($"ID: {Words(e)}", Errors.ExitCode.Usage),
        ArgumentException { ParamName: "scopes" } e => new($"scopes: {Words(e)}", Errors.ExitCode.Usage),
        ArgumentException { ParamName: "subject" } => new("this provider needs --subject, the end user.", Errors.ExitCode.Usage),
        ArgumentException { ParamName: "secret" } e => new($"the secret: {Words(e)}", Errors.ExitCode.Usage),
        ToolException e => new(e.Message, Errors.ExitCode.Failed),
        IOException { InnerException: DirectoryNotFoundException or FileNotFoundException or UnauthorizedAccessException } =>
            new(exception.Message, Errors.ExitCode.Usage),
        IOException or UnauthorizedAccessException or InvalidDataException or CryptographicException => new(exception.Message, Errors.ExitCode.Failed),
        _ => new($"unexpected {exception.GetType().Name}: {exception.Message} (--verbose shows more.)", Errors.ExitCode.Failed),
    };

    /// <summary>Writes a line for each of several errors, and gives the exit code if nothing was done.</summary>
    public static async Task<int> WriteAsync(Session session, IReadOnlyCollection<Exception> errors, int done = 0)
    {
        foreach (Exception error in errors)
        {
            await session.View.ErrorAsync(Of(error, session).Line, error).ConfigureAwait(false);
        }

        return CodeOfSeveral(session, done, errors);
    }

    /// <summary>The exit code of work on several clients, of which some may have failed.</summary>
    /// <param name="session">The command.</param>
    /// <param name="done">How many it was done for.</param>
    /// <param name="failures">The error of each of the others; null if there was none, and it failed all the same.</param>
    public static int CodeOfSeveral(Session session, int done, IReadOnlyCollection<Exception?> failures)
    {
        if (failures.Count == 0 || done > 0)
        {
            return failures.Count == 0 ? Errors.ExitCode.Done : Errors.ExitCode.Partly;
        }

        int[] codes = [.. failures.Select(e => e is null ? Errors.ExitCode.Failed : Of(e, session).ExitCode).Distinct()];
        return codes.Length == 1 ? codes[0] : Errors.ExitCode.Failed;
    }

    // What the backend can do, and refuses with --subject, it does not do for other end users.
    private static OperationCapability? OwnOnly(OperationNotSupportedException e, Session session) =>
        session.Parsed.GetResult(GrantCommands.SubjectName) is null ? null
            : session.Clients.Capabilities.Operations[e.Error.Operation] is { Supported: true } capability ? capability
            : null;

    // The settings that may come from a variable are those that hold secrets.
    private static string Credential(ClientManagementException e, Session session)
    {
        string[] given =
        [
            .. typeof(ProviderOptions).GetProperties().Where(p => p.PropertyType == typeof(Secret)).Select(p => p.Name)
                .Where(name => !string.IsNullOrEmpty(session.Configuration?.Root[Key(e, name)])),
        ];
        return given.Length > 0 ? string.Join(", ", given.Select(name => Place(e, session, name))) : Place(e, session);
    }

    private static string Key(ClientManagementException e, params IEnumerable<string> setting) =>
        string.Join(':', ["ClientManagement", "Providers", e.Error.Provider, .. setting]);

    private static string Place(ClientManagementException e, Session session, params IEnumerable<string> setting)
    {
        string key = Key(e, setting);
        return session.Configuration?.Describe(key) ?? key;
    }

    // Without the name of the parameter that .NET adds.
    private static string Words(ArgumentException e) => e.Message.Split(" (Parameter", 2)[0];
}
