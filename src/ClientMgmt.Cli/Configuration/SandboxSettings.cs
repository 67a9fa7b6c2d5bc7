using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;

namespace ClientMgmt.Cli.Configuration;

/// <summary>The configuration section that reaches the providers of a sandbox.</summary>
internal static class SandboxSettings
{
    public const string Section = "ClientManagement";

    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole file for a program.</summary>
    public static string ToJson(SandboxServer sandbox) => ToJson(sandbox.Settings);

    /// <summary>The file for the tool. What lives in memory would end with each command, so the keys to clients go to the tool's own folder.</summary>
    public static string ForTool(SandboxServer sandbox) => ToJson(
        sandbox.Settings.Where(s => !s.Key.EndsWith(":" + nameof(ProviderOptions.RegistrationStore), StringComparison.Ordinal)));

    /// <summary>Settings by their keys, as a file.</summary>
    public static string ToJson(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var root = new JsonObject();
        foreach ((string key, string? value) in settings)
        {
            string[] path = key.Split(ConfigurationPath.KeyDelimiter);
            JsonObject parent = path[..^1].Aggregate(root, Child);
            parent[path[^1]] = value;
        }

        return root.ToJsonString(s_readable);
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }
}
