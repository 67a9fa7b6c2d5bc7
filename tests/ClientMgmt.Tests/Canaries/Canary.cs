using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Canaries;

/// <summary>
/// A secret for every place that can hold one, recognizable wherever it turns up. All begin alike, so that a part is found
/// too.
/// </summary>
internal static partial class Canary
{
    public const string ServiceApiSecret = "canary-01-service-api-secret";
    public const string AccessToken = "canary-02-access-token";
    public const string ApiKey = "canary-03-portal-api-key";
    public const string PortalToken = "canary-04-portal-token";
    public const string AuthCookie = "canary-05-auth-cookie";
    public const string ReadySignature = "canary-06-ready-signature";
    public const string ExchangedSignature = "canary-07-exchanged-signature";
    public const string RenewedSignature = "canary-08-renewed-signature";
    public const string Supplied = "canary-09-supplied-by-callback";
    public const string SuppliedAnew = "canary-10-supplied-anew";
    public const string StoredSecret = "canary-11-stored-client-secret";
    public const string RotatedSecret = "canary-12-rotated-secret";
    public const string PreviousSecret = "canary-13-previous-secret";
    public const string ChosenSecret = "canary-14-chosen-secret";
    public const string PrivateKey = "canary-15-private-key-in-jwks";
    public const string RegistrationToken = "canary-16-registration-access-token";
    public const string UnknownMember = "canary-17-unknown-member";
    public const string ErrorMember = "canary-18-member-of-an-error";
    public const string Header = "canary-19-response-header";
    public const string Cookie = "canary-20-response-cookie";
    public const string Body = "canary-21-body-that-is-no-json";
    public const string Subject = "canary-22-subject@example.com";
    public const string TransportError = "canary-23-message-of-a-broken-connection";

    public const string InitialAccessToken = "canary-24-initial-access-token";
    public const string ManagementToken = "canary-25-management-token";
    public const string ClientKey = "canary-26-key-to-one-client";
    public const string ClientAddress = "canary-27-address-of-one-client";

    private const string Mark = "canary-";

    // The three ways in which base64 writes the mark, depending on what stands before it.
    private static readonly string[] s_base64 =
    [
        .. Enumerable.Range(0, 3).Select(before => Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('x', before) + Mark))
            .TrimEnd('=')[(before == 0 ? 0 : before + 1)..^1]),
    ];

    // The credentials that sandboxes begin with, which are made up but used like true ones.
    private static readonly Dictionary<string, string> s_sandbox = Constants(typeof(SandboxDefaults))
        .Where(c => SecretNames().IsMatch(c.Name)).ToDictionary(c => c.Value, c => $"{nameof(SandboxDefaults)}.{c.Name}");

    private static readonly Dictionary<string, string> s_places = Constants(typeof(Canary)).ToDictionary(c => c.Value[..9], c => c.Name);

    public static IReadOnlyCollection<string> Places { get; } = [.. s_places.Values, .. s_sandbox.Values];

    /// <summary>The places whose secret a text shows, whole or in part, in clear or in base64.</summary>
    public static IEnumerable<string> In(string text) => Marks().Matches(text)
        .Select(m => s_places.GetValueOrDefault(m.Value.ToLowerInvariant(), "a part of one"))
        .Concat(s_base64.Where(b => text.Contains(b, StringComparison.Ordinal)).Select(_ => "one in base64"))
        .Concat(s_sandbox.Where(s => text.Contains(s.Key, StringComparison.OrdinalIgnoreCase)).Select(s => s.Value))
        .Distinct();

    /// <summary>All of them that a text holds, whole.</summary>
    public static IEnumerable<string> WholeIn(string text) => Whole().Matches(text).Select(m => m.Value).Distinct();

    private static IEnumerable<(string Name, string Value)> Constants(Type type) => type
        .GetFields(BindingFlags.Static | BindingFlags.Public).Where(f => f.IsLiteral).Select(f => (f.Name, (string)f.GetRawConstantValue()!));

    [GeneratedRegex("(Secret|Token|ApiKey|AuthKey|Password)$(?<!ServiceApiKey)")]
    private static partial Regex SecretNames();

    [GeneratedRegex("canary-([0-9][0-9])?", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex("canary-[0-9][0-9][a-z-]+")]
    private static partial Regex Whole();
}
