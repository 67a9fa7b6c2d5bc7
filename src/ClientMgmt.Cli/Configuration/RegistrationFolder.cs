namespace ClientMgmt.Cli.Configuration;

/// <summary>Where the tool keeps the keys to dynamically registered clients, unless a provider says otherwise.</summary>
internal static class RegistrationFolder
{
    private const string Name = "registrations";

    /// <summary>Gives the folder to a provider that needs a store and names none.</summary>
    public static void SetDefault(ProviderOptions provider, ToolEnvironment environment)
    {
        if (provider is { Backend: Backend.DynamicRegistration, ManagementToken: null } && string.IsNullOrEmpty(provider.RegistrationStore)
            && StateFolder(environment) is { } folder)
        {
            provider.RegistrationStore = Path.Combine(folder, Program.Name, Name);
        }
    }

    // A relative path is none, as the rules for this variable say.
    private static string? StateFolder(ToolEnvironment environment) => OperatingSystem.IsWindows()
        ? environment.Variable("LOCALAPPDATA")
        : environment.Variable("XDG_STATE_HOME") is { } folder && Path.IsPathFullyQualified(folder) ? folder
        : environment.Variable("HOME") is { } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, ".local", "state")
        : null;
}
