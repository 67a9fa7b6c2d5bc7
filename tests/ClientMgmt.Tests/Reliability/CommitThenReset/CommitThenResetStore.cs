using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What the server has stored, whatever the library says.</summary>
internal static class CommitThenResetStore
{
    private static readonly string[] s_stamps = ["modifiedAt", "modified_on", "modified_by"];

    public static IReadOnlyList<string> ClientIds(this TestHost host) => host.Case.Backend switch
    {
        Backend.DocSpace => host.Sandbox.DocSpace.ClientIds(SandboxDefaults.Portal),
        Backend.DynamicRegistration => host.Sandbox.DynamicRegistration.ClientIds,
        _ => [.. host.Sandbox.Authlete.ClientIds(host.ServiceId).Select(id => $"{id}")],
    };

    public static string StoredSecret(this TestHost host, string clientId) => host.Case.Backend switch
    {
        Backend.DocSpace => host.Stored(clientId)["client_secret"]!.ToString(),
        Backend.DynamicRegistration => host.Sandbox.DynamicRegistration.FindSecret(clientId)!,
        _ => host.Stored(clientId)["clientSecret"]!.ToString(),
    };

    /// <summary>Stores a client that an operation has something to change of.</summary>
    public static async Task<string> PrepareAsync(this TestHost host, ClientOperation operation)
    {
        string id = (await host.CreateAsync()).ClientId;
        if (operation == ClientOperation.Enable)
        {
            await host.Clients.DisableAsync(id);
        }

        host.Grant(id, "openid", "profile");
        return id;
    }

    /// <summary>Everything about a client that an operation could change, as text. No fault may be waiting.</summary>
    public static async Task<string> StateAsync(this TestHost host, string clientId)
    {
        IReadOnlyList<string> ids = host.ClientIds();
        if (!ids.Contains(clientId))
        {
            return $"{ids.Count} others";
        }

        JsonObject client = host.Stored(clientId);
        foreach (string stamp in s_stamps)
        {
            client.Remove(stamp);
        }

        return $"{ids.Count} {client.ToJsonString()} {await GrantsAsync(host, clientId)}";
    }

    private static async Task<string> GrantsAsync(TestHost host, string clientId)
    {
        if (host.Case.Backend == Backend.DocSpace)
        {
            return string.Join(' ', host.Sandbox.DocSpace.Consents(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId));
        }

        if (!host.Clients.Capabilities.Supports(ClientOperation.GetGrantedScopes))
        {
            return "";
        }

        GrantedScopes granted = await host.Clients.Grants.GetGrantedScopesAsync(clientId, ProviderCase.Subject);
        var tokens = host.Sandbox.Authlete.TokenScopes(host.ServiceId, long.Parse(clientId), ProviderCase.Subject);
        return $"{string.Join('|', tokens.Select(t => string.Join(' ', t)))} / {string.Join(' ', granted.Merged ?? ["none"])}";
    }
}
