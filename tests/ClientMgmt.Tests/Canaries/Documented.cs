using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Canaries;

/// <summary>
/// Where secrets may be seen, and where that is documented. Apart from these it is <see cref="Secret.Reveal"/> and the
/// requests themselves.
/// </summary>
internal static class Documented
{
    public static IReadOnlyList<(string Sink, string Place, string Where)> Sightings { get; } =
    [
        // What the library does not know to be a secret, and a server repeats in the words of an error.
        .. FromServers(nameof(Canary.Subject)),
        .. FromServers(nameof(Canary.PrivateKey)),
        .. FromServers(nameof(Canary.RegistrationToken)),
        .. FromServers(nameof(Canary.UnknownMember)),

        // Metadata is the caller's own data, with the vendor's properties as the server sent them. As text it shows
        // neither the values of those nor keys.
        .. Serialized(nameof(Canary.PrivateKey)),
        .. Serialized(nameof(Canary.RegistrationToken)),
        .. Serialized(nameof(Canary.UnknownMember)),

        // A secret is shown once, when it is new.
        ("output of client create", CanaryTool.NewSecret, "src/ClientMgmt.Cli/README.md, --show-secrets"),

        // The command is there to print the settings that reach its sandbox.
        .. new[]
            {
                nameof(SandboxDefaults.ServiceApiSecret), nameof(SandboxDefaults.AccessToken), nameof(SandboxDefaults.DocSpaceApiKey),
                nameof(SandboxDefaults.InitialAccessToken),
            }
            .Select(place => ("output of sandbox", $"{nameof(SandboxDefaults)}.{place}", "src/ClientMgmt.Sandbox/README.md")),
    ];

    private static IEnumerable<(string, string, string)> FromServers(string place) =>
        new[] { "exception", "error as text", "error in the debugger", "error in System.Text.Json", "error in Newtonsoft.Json" }
            .Select(sink => (sink, place, "SECURITY.md, ClientManagementError.VendorMessage"));

    private static IEnumerable<(string, string, string)> Serialized(string place) =>
        new[] { "result in System.Text.Json", "result in Newtonsoft.Json", "result in the debugger" }
            .Select(sink => (sink, place, "SECURITY.md, ClientMetadata.Extensions"));
}
