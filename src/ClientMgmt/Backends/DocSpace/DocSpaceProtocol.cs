using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Mapping;
using ClientMgmt.Wire;

namespace ClientMgmt.DocSpace;

/// <summary>Credentials and errors of DocSpace.</summary>
internal sealed class DocSpaceProtocol(MetadataMap map) : BackendProtocol
{
    private const string DefaultPrefix = "/api/2.0/";
    private const string PortalPath = DefaultPrefix + "security/";

    // On a refusal the reset is in nanoseconds, elsewhere in seconds; no wait of seconds is as long as this.
    private const long SmallestNanoseconds = 1_000_000;

    // The portal issues signatures for five minutes.
    private static readonly TimeSpan s_usualLifetime = TimeSpan.FromMinutes(5);

    // What an empty 403 carries that does not stand for a refused signature. The last two are there where a limit is.
    private static readonly string[] s_marks = ["Set-Cookie", "Allow", "Accept", "X-Ratelimit-Remaining", "X-Ratelimit-Reset"];

    public override IReadOnlyList<CredentialKind> CredentialKinds { get; } =
        [CredentialKind.ApiKey, CredentialKind.AccessToken, CredentialKind.AscAuthKey, CredentialKind.Signature];

    // The exchange of credentials belongs to the portal, which has one prefix only.
    public override ApiRequest Adapt(ApiRequest request, ProviderOptions provider) =>
        request.Template.StartsWith(PortalPath, StringComparison.Ordinal)
            ? request
            : request with { Template = $"/{provider.PathPrefix.Trim('/')}/{request.Template[DefaultPrefix.Length..]}" };

    public override bool NeedsExchange(ProviderOptions provider, ProviderCredential credential) =>
        credential.Kind != CredentialKind.Signature && !DocSpaceBackend.TakesOnlyCookies(provider);

    public override async Task<Expiring<Secret>> ExchangeAsync(
        ApiConnection connection, OperationInfo operation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string value = await new DocSpaceClient(connection).GetSignatureAsync(operation, ReadSignature, cancellationToken)
            .ConfigureAwait(false);
        return new Expiring<Secret>(new Secret(value), now + LifetimeOf(value, now));
    }

    public override void Authorize(HttpRequestHeaders headers, Access access)
    {
        string value = access.Credential.Value.Reveal();
        if (access.Exchanged is { } exchanged)
        {
            headers.TryAddWithoutValidation("x-signature", exchanged.Reveal());
        }
        else if (access.Credential.Kind == CredentialKind.Signature)
        {
            headers.TryAddWithoutValidation("x-signature", value);
        }
        else if (access.Credential.Kind == CredentialKind.AscAuthKey)
        {
            headers.TryAddWithoutValidation("Cookie", $"asc_auth_key={value}");
        }
        else
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    // The service refuses a signature before it does anything, without a body and without a mark. Other refusals, such as of
    // a role, say so in a body.
    public override bool RefusesCredential(Attempt refusal) => IsEmpty403(refusal) && !IsMarked(refusal.Response!);

    // Version 3.7 and later answer an unknown path, method or type like that, with a mark; 3.6 an unknown path by a problem,
    // which is its only one.
    public override string? FindMisdirection(Attempt refusal) =>
        (IsEmpty403(refusal) && IsMarked(refusal.Response!))
        || (refusal.Status == 404 && WireValues.Text(WireJson.ParseOrNothing(refusal.ErrorText).Member("type")) == "about:blank")
            ? "the server has no such path, or does not take this method or type there; check BaseAddress, PathPrefix and ServerVersion."
            : null;

    // "reason" up to 3.6, RFC 9457 problem details with "errors" from 3.7 on; some answers have no body at all.
    public override VendorError ReadError(string? body)
    {
        JsonElement error = WireJson.ParseOrNothing(body);
        return new VendorError(
            Message: WireValues.Text(error.Member("detail")) ?? WireValues.Text(error.Member("reason")),
            Fields: [.. WireValues.Objects(error.Member("errors")).Select(f => new FieldError(
                WireValues.Text(f.Member("field")) ?? "", WireValues.Text(f.Member("message")) ?? "", WireValues.Text(f.Member("code"))))]);
    }

    public override TimeSpan? ReadDelay(Func<string, string?> header, DateTimeOffset now) =>
        long.TryParse(header("X-Ratelimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out long reset)
            ? reset >= SmallestNanoseconds ? TimeSpan.FromMicroseconds(reset / 1000) : TimeSpan.FromSeconds(reset)
            : null;

    public override string NameOf(string vendorField) => map.NameOf(vendorField);

    private static bool IsEmpty403(Attempt refusal) => refusal is { Status: 403, ErrorText.Length: 0 };

    private static bool IsMarked(HttpResponseMessage answer) => s_marks.Any(mark => answer.Header(mark) is not null);

    private static string ReadSignature(JsonElement answer) =>
        WireValues.Text(answer.Member(SignatureResponse.Response)) is { } signature && ProviderCredential.IsPrintable(signature)
            ? signature
            : throw new JsonException("The portal's answer holds no signature.");

    // How long a signature serves, by its claims (RFC 7519). Where the time of issue is told, the lifetime counts from when it was asked for, so that it does not
    // matter how the clocks stand.
    private static TimeSpan LifetimeOf(string token, DateTimeOffset asked)
    {
        string[] parts = token.Split('.');
        JsonElement claims = parts.Length == 3 && Base64Url.IsValid(parts[1])
            ? WireJson.ParseOrNothing(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])))
            : default;
        if (!long.TryParse(WireValues.Text(claims.Member("exp")), CultureInfo.InvariantCulture, out long expires))
        {
            return s_usualLifetime;
        }

        long issued = long.TryParse(WireValues.Text(claims.Member("iat")), CultureInfo.InvariantCulture, out long told) ? told : asked.ToUnixTimeSeconds();
        return TimeSpan.FromSeconds(Math.Clamp(expires - issued, 0, (long)s_usualLifetime.TotalSeconds));
    }
}
