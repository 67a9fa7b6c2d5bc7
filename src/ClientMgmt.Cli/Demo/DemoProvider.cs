using System.Globalization;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Demo;

/// <summary>A provider of the demo, and what the demo needs to know about its backend.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Backend">Its backend.</param>
/// <param name="Subject">The end user; null where a credential reaches only its own user's grants.</param>
/// <param name="Scopes">Scopes that the backend knows: at least three in a sandbox.</param>
/// <param name="World">The sandbox; null where the backend is somebody's, who has other clients there.</param>
internal sealed record DemoProvider(string Name, Backend Backend, string? Subject, IReadOnlyList<string> Scopes, DemoWorld? World)
{
    private const int Enough = 3;

    // Not a name that is easily sent: it must arrive as it is.
    private const string EndUser = "zoë o'neil/42+1";

    private static readonly string[] s_usual = ["openid", "profile", "email"];

    // What servers give to anybody comes first; some tell scopes that no client may register.
    private static readonly string[] s_harmless = ["profile", "email", "address", "phone", "openid"];

    /// <summary>A logo as the backend takes it.</summary>
    public string Logo => Backend == Backend.DynamicRegistration ? "https://app.example.com/logo.png" : SandboxExamples.Logo;

    /// <summary>Whether the server may show no secret when a client is read, and issue another one with an update, as RFC 7592 lets it.</summary>
    public bool ChoosesSecrets => Backend == Backend.DynamicRegistration && World is null;

    public static IReadOnlyList<DemoProvider> Of(SandboxServer sandbox) =>
    [
        Authlete(Backend.AuthleteV2, SandboxDefaults.ServiceApiKey, sandbox.Authlete),
        Authlete(Backend.AuthleteV3, SandboxDefaults.ServiceId, sandbox.Authlete),
        DocSpace(sandbox.DocSpace),
        DynamicRegistration(),
    ];

    /// <summary>One that somebody configured, with scopes that it tells.</summary>
    public static async Task<DemoProvider> OfAsync(IClientManagement clients, Backend backend, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> scopes = clients.Capabilities.Supports(ClientOperation.ListScopes)
            ? [.. (await clients.Scopes.ListScopesAsync(cancellationToken).ConfigureAwait(false)).Select(s => s.Name)
                .OrderBy(name => Array.IndexOf(s_harmless, name) is >= 0 and var place ? place : s_harmless.Length).Take(Enough)]
            : s_usual;
        return new DemoProvider(clients.Provider, backend, Subject: null, scopes, World: null);
    }

    private static DemoProvider Authlete(Backend backend, string service, AuthleteSandbox state) => new(
        backend.ToString(),
        backend,
        EndUser,
        s_usual,
        new DemoWorld(
            (client, scopes) => state.AddGrant(service, Number(client), EndUser, scopes),
            client => state.TokenScopes(service, Number(client), EndUser),
            count => [.. state.Seed(service, count).Select(id => id.ToString(CultureInfo.InvariantCulture))]));

    private static DemoProvider DocSpace(DocSpaceSandbox state) => new(
        nameof(Backend.DocSpace),
        Backend.DocSpace,
        Subject: null,
        ["files:read", "rooms:read", "openid"],
        new DemoWorld(
            (client, scopes) => state.AddConsent(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, client, scopes),
            _ => [],
            count => state.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, count)));

    // What users grant is no part of registration, and nobody lists the clients of others.
    private static DemoProvider DynamicRegistration() => new(
        nameof(Backend.DynamicRegistration),
        Backend.DynamicRegistration,
        Subject: null,
        s_usual,
        new DemoWorld((_, _) => { }, _ => [], _ => []));

    private static long Number(string client) => long.Parse(client, NumberStyles.None, CultureInfo.InvariantCulture);
}
