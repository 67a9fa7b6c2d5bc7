using System.Globalization;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Demo;

/// <summary>
/// A provider of the demo, and what happens at its backend without client management: end users grant access, and other
/// users register clients.
/// </summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Subject">The end user; null where a credential reaches only its own user's grants.</param>
/// <param name="Scopes">At least three scopes that the backend knows.</param>
/// <param name="Logo">A logo as the backend takes it.</param>
/// <param name="Grant">Lets the end user authorize a client for scopes.</param>
/// <param name="TokenScopes">The scopes of each token of the end user for a client, where the sandbox tells them.</param>
/// <param name="AddOthersClients">Registers clients as another user and returns their ids.</param>
internal sealed record DemoProvider(
    string Name,
    string? Subject,
    IReadOnlyList<string> Scopes,
    string Logo,
    Action<string, IReadOnlyList<string>> Grant,
    Func<string, IReadOnlyList<IReadOnlyList<string>>> TokenScopes,
    Func<int, IReadOnlyList<string>> AddOthersClients)
{
    // Not a name that is easily sent: it must arrive as it is.
    private const string EndUser = "zoë o'neil/42+1";

    public static IReadOnlyList<DemoProvider> Of(SandboxServer sandbox) =>
    [
        Authlete(nameof(Backend.AuthleteV2), SandboxDefaults.ServiceApiKey, sandbox.Authlete),
        Authlete(nameof(Backend.AuthleteV3), SandboxDefaults.ServiceId, sandbox.Authlete),
        DocSpace(sandbox.DocSpace),
        DynamicRegistration(),
    ];

    private static DemoProvider Authlete(string name, string service, AuthleteSandbox state) => new(
        name,
        EndUser,
        ["openid", "profile", "email"],
        SandboxExamples.Logo,
        (client, scopes) => state.AddGrant(service, Number(client), EndUser, scopes),
        client => state.TokenScopes(service, Number(client), EndUser),
        count => [.. state.Seed(service, count).Select(id => id.ToString(CultureInfo.InvariantCulture))]);

    private static DemoProvider DocSpace(DocSpaceSandbox state) => new(
        nameof(Backend.DocSpace),
        Subject: null,
        ["files:read", "rooms:read", "openid"],
        SandboxExamples.Logo,
        (client, scopes) => state.AddConsent(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, client, scopes),
        _ => [],
        count => state.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, count));

    // What users grant is no part of registration, and nobody lists the clients of others.
    private static DemoProvider DynamicRegistration() => new(
        nameof(Backend.DynamicRegistration),
        Subject: null,
        ["openid", "profile", "email"],
        "https://app.example.com/logo.png",
        (_, _) => { },
        _ => [],
        _ => []);

    private static long Number(string client) => long.Parse(client, NumberStyles.None, CultureInfo.InvariantCulture);
}
