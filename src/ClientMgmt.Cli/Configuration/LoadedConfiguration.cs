using Microsoft.Extensions.Configuration;

namespace ClientMgmt.Cli.Configuration;

/// <summary>The configuration, and where each part of it comes from.</summary>
/// <param name="Root">All values.</param>
/// <param name="File">The file as it is shown, or null if there is none.</param>
/// <param name="Lines">The lines of the file.</param>
/// <param name="Variables">The environment variables by the key that they set.</param>
internal sealed record LoadedConfiguration(
    IConfigurationRoot Root, string? File, JsonKeyLines? Lines, IReadOnlyDictionary<string, string> Variables)
{
    public IConfigurationSection Section => Root.GetSection(SandboxSettings.Section);

    public IReadOnlyList<string> Providers =>
        [.. Section.GetSection(nameof(ClientManagementOptions.Providers)).GetChildren().Select(p => p.Key)];

    /// <summary>The section without all other providers.</summary>
    public IConfigurationSection SectionOf(string provider)
    {
        string providers = $"{Section.Path}:{nameof(ClientManagementOptions.Providers)}:";
        string own = providers + provider;
        return new ConfigurationBuilder()
            .AddInMemoryCollection(Section.AsEnumerable().Where(e => !IsIn(providers, e.Key) || IsIn(own + ":", e.Key + ":")))
            .AddInMemoryCollection([KeyValuePair.Create($"{Section.Path}:{nameof(ClientManagementOptions.Provider)}", (string?)provider)])
            .Build().GetSection(Section.Path);
    }

    /// <summary>Where a key stands or would stand: a variable, or a line of the file.</summary>
    public string? Place(string key) => Variables.GetValueOrDefault(key) is { } variable ? $"environment variable {variable}"
        : File is null ? null
        : Lines?.Find(key) is { } line ? $"{File}:{line}" : File;

    /// <summary>A key with its place.</summary>
    public string Describe(string key) => Place(key) is { } place ? $"{key} ({place})" : key;

    private static bool IsIn(string start, string key) => key.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
