using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt registration</c>: the keys to dynamically registered clients.</summary>
internal static class RegistrationCommands
{
    public static Command Create(Runner runner) => new ToolCommand("registration", "Keeps the keys to dynamically registered clients.")
    {
        RegistrationListCommand.Create(runner),
        RegistrationImportCommand.Create(runner),
        RegistrationExportCommand.Create(runner),
        RegistrationForgetCommand.Create(runner),
    };

    /// <summary>Where the provider of a command keeps its keys.</summary>
    /// <exception cref="UsageException">It keeps none.</exception>
    public static ClientRegistrations Require(Session session)
    {
        string provider = session.Clients.Provider;
        return session.Providers.FindRegistrations(provider)
            ?? throw new UsageException($"{provider} keeps no keys to clients; only providers of DynamicRegistration without a ManagementToken do.");
    }

    /// <summary>Says that a client is not known, and gives the exit code for it.</summary>
    public static async Task<int> NotKnownAsync(Session session, string id)
    {
        await session.View.ErrorAsync($"{session.Clients.Provider} has no key to client {id}; 'registration list' shows those that there are.")
            .ConfigureAwait(false);
        return ExitCode.NotFound;
    }
}
