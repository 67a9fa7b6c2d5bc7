using System.Text.Json;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;
using Microsoft.Extensions.Configuration;

namespace ClientMgmt.Cli.Configuration;

/// <summary>Finds and reads the configuration: one file, and environment variables over it.</summary>
internal static class ConfigurationLoader
{
    public const string FileName = "clientmgmt.json";

    private const string Separator = "__";

    public static LoadedConfiguration Load(ToolEnvironment environment, string? file)
    {
        string[] places = file is null ? [.. DefaultPlaces(environment)] : [environment.FullPath(file)];
        string? found = places.FirstOrDefault(File.Exists);
        if (file is not null && found is null)
        {
            throw new UsageException($"--config: there is no file {file}.");
        }

        Dictionary<string, string> variables = Variables(environment);
        if (found is null && variables.Count == 0)
        {
            throw new UsageException(
                $"there is no configuration: neither {string.Join(" nor ", places)} exists, and no environment variable begins with "
                + $"{SandboxSettings.Section}{Separator}. Name a file with --config; 'clientmgmt init' writes one, 'clientmgmt --help' shows what is in it, and 'clientmgmt sandbox --config-out {FileName}' writes one to try.");
        }

        var builder = new ConfigurationBuilder();
        JsonKeyLines? lines = found is null ? null : AddFile(builder, found, Shown(found, environment));
        return new LoadedConfiguration(Build(builder, environment, variables), found is null ? null : Shown(found, environment), lines, variables);
    }

    /// <summary>A configuration that is in no file yet, and environment variables over it.</summary>
    public static LoadedConfiguration Of(ToolEnvironment environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Dictionary<string, string> variables = Variables(environment);
        return new LoadedConfiguration(
            Build(new ConfigurationBuilder().AddInMemoryCollection(settings), environment, variables), File: null, Lines: null, variables);
    }

    private static IConfigurationRoot Build(IConfigurationBuilder builder, ToolEnvironment environment, IEnumerable<KeyValuePair<string, string>> variables) =>
        builder.AddInMemoryCollection(variables.Select(v => KeyValuePair.Create(v.Key, (string?)environment.Variables[v.Value]))).Build();

    // The variables by the key that they set.
    private static Dictionary<string, string> Variables(ToolEnvironment environment) => environment.Variables
        .Where(v => v.Key.StartsWith(SandboxSettings.Section + Separator, StringComparison.OrdinalIgnoreCase))
        .GroupBy(v => v.Key.Replace(Separator, ":", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First().Key, StringComparer.OrdinalIgnoreCase);

    private static JsonKeyLines AddFile(ConfigurationBuilder builder, string path, string shown)
    {
        try
        {
            byte[] json = File.ReadAllBytes(path);
            JsonKeyLines lines = JsonKeyLines.Read(json);

            // The values are copied, because a stream can be read only once.
            builder.AddInMemoryCollection(new ConfigurationBuilder().AddJsonStream(new MemoryStream(json)).Build().AsEnumerable());
            return lines;
        }
        catch (JsonException e)
        {
            throw new UsageException($"{shown}:{e.LineNumber + 1}: this is not valid JSON.", e);
        }
        catch (FormatException e)
        {
            throw new UsageException($"{shown}: {e.Message}", e);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new UsageException($"{shown} cannot be read: {FileErrors.Reason(e)}", e);
        }
    }

    private static IEnumerable<string> DefaultPlaces(ToolEnvironment environment)
    {
        yield return Path.Combine(environment.CurrentFolder, FileName);
        if (UserFolder(environment) is { } folder)
        {
            yield return Path.Combine(folder, Program.Name, FileName);
        }
    }

    private static string? UserFolder(ToolEnvironment environment) => OperatingSystem.IsWindows()
        ? environment.Variable("APPDATA")
        : environment.Variable("XDG_CONFIG_HOME")
            ?? (environment.Variable("HOME") is { } home ? Path.Combine(home, ".config") : null);

    private static string Shown(string path, ToolEnvironment environment)
    {
        string relative = Path.GetRelativePath(environment.CurrentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
