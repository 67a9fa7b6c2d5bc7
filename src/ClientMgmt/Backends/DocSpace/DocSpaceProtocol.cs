using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ClientMgmt.Credentials;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Registration;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

/// <summary>Credentials and errors of DocSpace.</summary>
internal sealed class DocSpaceProtocol(BackendDefinition definition, MetadataMap map, SignatureCache signatures)
    : BackendProtocol<DocSpaceClient>
{
    // On a refusal the reset is in nanoseconds, elsewhere in seconds; no wait of seconds is as long as this.
    private const long SmallestNanoseconds = 1_000_000;

    private static readonly string s_signature = JsonNames.Of<SignatureResponse>(nameof(SignatureResponse.Response));

    public override BackendDefinition Definition => definition;

    public override DocSpaceClient CreateApi(HttpCall call) => new DocSpaceApi(call) { PathPrefix = call.Provider.PathPrefix };

    public override ValueTask<Access> ExchangeAsync(
        HttpCall call, ProviderCredential credential, CancellationToken cancellationToken) =>
        credential.Kind == CredentialKind.Signature || DocSpaceBackend.TakesOnlyCookies(call.Provider)
            ? ValueTask.FromResult(new Access(credential))
            : signatures.Find(Key(call, credential)) is { } signature
                ? ValueTask.FromResult(new Access(credential, signature))
                : SignAsync(call, credential, cancellationToken);

    public override void Forget(HttpCall call, Access refused) =>
        signatures.Forget(Key(call, refused.Credential), refused.Exchanged!);

    public override void Authorize(HttpRequestHeaders headers, Access access)
    {
        string value = access.Credential.Value.Reveal();
        if (access.Exchanged is { } exchanged)
        {
            Set(headers, "x-signature", exchanged.Reveal());
        }
        else if (access.Credential.Kind == CredentialKind.Signature)
        {
            Set(headers, "x-signature", value);
        }
        else if (access.Credential.Kind == CredentialKind.AscAuthKey)
        {
            Set(headers, "Cookie", $"asc_auth_key={value}");
        }
        else
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    // The service refuses a signature before it does anything, and without a body. Other refusals, such as of a role, say
    // so in a body.
    public override bool RefusesCredential(int status, string body) => status == 403 && body.Length == 0;

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

    private static (string Provider, string Portal, ProviderCredential Credential) Key(HttpCall call, ProviderCredential credential) =>
        (call.Context.Name, call.Provider.BaseAddress!.AbsoluteUri, credential);

    private static void Set(HttpRequestHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }

    private async ValueTask<Access> SignAsync(HttpCall call, ProviderCredential credential, CancellationToken cancellationToken) =>
        new(credential, await signatures.GetAsync(
            Key(call, credential),
            () => call.Context.Telemetry.RenewAsync(call, () => FetchAsync(call, credential)),
            cancellationToken).ConfigureAwait(false));

    private async Task<string> FetchAsync(HttpCall call, ProviderCredential credential)
    {
        using var exchange = new HttpCall(call.Context, this, call.Setup, ApiCall.Read(call.About.Operation)) { Exchanges = credential };
        SignatureResponse answer = await new DocSpaceApi(exchange).GetSignatureAsync(CancellationToken.None).ConfigureAwait(false);
        return WireValues.Text(answer.Json.Member(s_signature)) is { } signature && ProviderCredential.IsPrintable(signature)
            ? signature
            : throw new ResponseException(
                "The portal's answer holds no signature.", 200, null, new Dictionary<string, IEnumerable<string>>(), null);
    }
}
