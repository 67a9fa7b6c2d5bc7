using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Mapping;
using ClientMgmt.Wire;

namespace ClientMgmt.Authlete;

/// <summary>Credentials and errors of both generations of Authlete.</summary>
internal sealed class AuthleteProtocol(MetadataMap map, params CredentialKind[] kinds) : BackendProtocol
{
    private const string TokenNotValid = "A458101";

    // In seconds since 1970, September 2001. No wait is as long.
    private const long EarliestTime = 1_000_000_000;

    public override IReadOnlyList<CredentialKind> CredentialKinds { get; } = kinds;

    public override void Authorize(HttpRequestHeaders headers, Access access)
    {
        ProviderCredential credential = access.Credential;
        headers.Authorization = credential.Kind == CredentialKind.ServiceApiKey
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{credential.User}:{credential.Value.Reveal()}")))
            : new AuthenticationHeaderValue("Bearer", credential.Value.Reveal());
    }

    // The vendor's READMEs tell of 403 for an expired token, with this code; without it, a right is missing.
    public override bool RefusesCredential(Attempt refusal) =>
        refusal.Status == 401 || ReadError(refusal.ErrorText).Code == TokenNotValid;

    public override VendorError ReadError(string? body)
    {
        JsonElement result = WireJson.ParseOrNothing(body);
        return new VendorError(WireValues.Text(result.Member("resultCode")), WireValues.Text(result.Member("resultMessage")));
    }

    // The vendor's documents name two headers, and contradict each other: one counts seconds from now, the other since 1970.
    public override TimeSpan? ReadDelay(Func<string, string?> header, DateTimeOffset now) =>
        (Seconds(header("RateLimit-Reset")) ?? Seconds(header("X-RateLimit-Reset"))) switch
        {
            { } time and >= EarliestTime => DateTimeOffset.FromUnixTimeSeconds(time) - now,
            { } seconds => TimeSpan.FromSeconds(seconds),
            null => null,
        };

    // Of an unknown client the server tells by a code. A path that it does not know it answers with nothing.
    public override string? FindMisdirection(Attempt refusal) => refusal is { Status: 404, ErrorText.Length: 0 }
        ? "the server has no such path; check BaseAddress, which is where /api begins."
        : null;

    public override string NameOf(string vendorField) => map.NameOf(vendorField);

    private static long? Seconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? seconds : null;
}
