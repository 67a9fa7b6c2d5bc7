using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What the sandbox has stored, read past the library and the wire.</summary>
internal sealed class SoakStore(TestHost host)
{
    private bool IsDocSpace => host.Case.Backend == Backend.DocSpace;

    public IReadOnlyList<string> Ids => IsDocSpace
        ? host.Sandbox.DocSpace.ClientIds(SandboxDefaults.Portal)
        : [.. host.Sandbox.Authlete.ClientIds(host.ServiceId).Select(id => id.ToString(CultureInfo.InvariantCulture))];

    public SoakState? FindByName(string name, string subject) =>
        Ids.Select(id => Find(id, subject)).FirstOrDefault(client => client?.Name == name);

    public SoakState? Find(string id, string subject)
    {
        JsonObject? stored = IsDocSpace
            ? host.Sandbox.DocSpace.FindClient(SandboxDefaults.Portal, id)
            : host.Sandbox.Authlete.FindClient(host.ServiceId, long.Parse(id, CultureInfo.InvariantCulture));
        return stored switch
        {
            null => null,
            _ when IsDocSpace => new SoakState(
                id,
                (string)stored["name"]!,
                (string?)stored["description"],
                Joined(stored["redirect_uris"]!),
                (bool)stored["enabled"]!,
                (string?)stored["client_secret"],
                IsGranted(id, subject)),
            _ => new SoakState(
                id,
                (string)stored["clientName"]!,
                (string?)stored["description"],
                Joined(stored["redirectUris"]!),
                !(bool)stored["locked"]!,
                (string?)stored["clientSecret"],
                IsGranted(id, subject)),
        };
    }

    /// <summary>Lets a subject (on DocSpace, the caller) grant access to a client.</summary>
    public void Grant(string id, string subject)
    {
        if (IsDocSpace)
        {
            host.Sandbox.DocSpace.AddConsent(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, id, "openid");
        }
        else
        {
            host.Sandbox.Authlete.AddGrant(host.ServiceId, long.Parse(id, CultureInfo.InvariantCulture), subject, "openid");
        }
    }

    private static string Joined(JsonNode texts) => string.Join(' ', texts.AsArray().Select(text => (string)text!));

    private bool IsGranted(string id, string subject) => IsDocSpace
        ? host.Sandbox.DocSpace.Consents(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId).Contains(id)
        : host.Sandbox.Authlete.TokenScopes(host.ServiceId, long.Parse(id, CultureInfo.InvariantCulture), subject).Count > 0;
}
