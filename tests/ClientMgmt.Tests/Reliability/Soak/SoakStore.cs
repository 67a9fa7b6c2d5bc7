using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What the sandbox has stored, read past the library and the wire.</summary>
internal sealed class SoakStore(TestHost host)
{
    private bool IsDocSpace => host.Case.Backend == Backend.DocSpace;

    private bool IsRegistration => host.Case.Backend == Backend.DynamicRegistration;

    public IReadOnlyList<string> Ids => host.ClientIds();

    /// <summary>Whether nobody can manage a client whose creation got no answer.</summary>
    public bool LosesUnansweredCreations => host.Case.LosesUnansweredCreations;

    /// <summary>Whether a list takes a request for each client.</summary>
    public bool IsReadOneByOne => host.Case.IsReadOneByOne;

    /// <summary>Removes a client, as the server's operator would.</summary>
    public void Remove(string id) => host.Sandbox.DynamicRegistration.RemoveClient(id);

    public SoakState? FindByName(string name, string subject) =>
        Ids.Select(id => Find(id, subject)).FirstOrDefault(client => client?.Name == name);

    public SoakState? Find(string id, string subject)
    {
        if (IsRegistration)
        {
            return FindRegistered(id);
        }

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

    private SoakState? FindRegistered(string id) => host.Sandbox.DynamicRegistration.FindClient(id) is not { } stored ? null : new SoakState(
        id,
        (string)stored["client_name"]!,
        (string?)stored["client_uri"],
        Joined(stored["redirect_uris"]!),
        Enabled: true,
        host.Sandbox.DynamicRegistration.FindSecret(id),
        IsGranted: false);

    private static string Joined(JsonNode texts) => string.Join(' ', texts.AsArray().Select(text => (string)text!));

    private bool IsGranted(string id, string subject) => IsDocSpace
        ? host.Sandbox.DocSpace.Consents(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId).Contains(id)
        : host.Sandbox.Authlete.TokenScopes(host.ServiceId, long.Parse(id, CultureInfo.InvariantCulture), subject).Count > 0;
}
