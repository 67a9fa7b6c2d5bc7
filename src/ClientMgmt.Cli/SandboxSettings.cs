using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli;

/// <summary>The configuration section that reaches the three providers of a sandbox with default credentials.</summary>
internal static class SandboxSettings
{
    public const string Section = "ClientManagement";

    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToJson(Uri address) => new JsonObject
    {
        [Section] = new JsonObject
        {
            ["Provider"] = nameof(Backend.AuthleteV3),
            ["Providers"] = new JsonObject
            {
                [nameof(Backend.AuthleteV2)] = Provider(
                    Backend.AuthleteV2,
                    address,
                    (nameof(ProviderOptions.ServiceApiKey), SandboxDefaults.ServiceApiKey),
                    (nameof(ProviderOptions.ServiceApiSecret), SandboxDefaults.ServiceApiSecret)),
                [nameof(Backend.AuthleteV3)] = Provider(
                    Backend.AuthleteV3,
                    address,
                    (nameof(ProviderOptions.ServiceId), SandboxDefaults.ServiceId),
                    (nameof(ProviderOptions.AccessToken), SandboxDefaults.AccessToken)),
                [nameof(Backend.DocSpace)] = Provider(
                    Backend.DocSpace,
                    address,
                    (nameof(ProviderOptions.ApiKey), SandboxDefaults.DocSpaceApiKey)),
            },
        },
    }.ToJsonString(s_readable);

    private static JsonObject Provider(Backend backend, Uri address, params (string Name, string Value)[] credentials)
    {
        var provider = new JsonObject
        {
            [nameof(ProviderOptions.Backend)] = backend.ToString(),
            [nameof(ProviderOptions.BaseAddress)] = address.ToString(),
        };
        foreach ((string name, string value) in credentials)
        {
            provider[name] = value;
        }

        return provider;
    }
}
