using System.Globalization;
using System.Net.Http.Headers;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Registration;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.DocSpace;

/// <summary>Credentials and errors of DocSpace.</summary>
internal sealed class DocSpaceProtocol(BackendDefinition definition, MetadataMap map, SignatureCache signatures)
    : BackendProtocol<DocSpaceClient>
{
    private const int Forbidden = 403;

    // On a refusal the reset is in nanoseconds, elsewhere in seconds; no wait of seconds is as long as this.
    private const long SmallestNanoseconds = 1_000_000;

    public override BackendDefinition Definition => definition;

    public override DocSpaceClient CreateApi(HttpClient client, ProviderOptions provider) =>
        new(client) { PathPrefix = provider.PathPrefix };

    public override async ValueTask<Secret?> AuthenticateAsync(
        HttpRequestHeaders headers,
        ProviderContext context,
        ProviderOptions provider,
        ProviderCredential credential,
        CancellationToken cancellationToken)
    {
        if (credential.Kind == CredentialKind.Signature)
        {
            headers.Add("x-signature", credential.Value.Reveal());
            return null;
        }

        if (DocSpaceBackend.TakesOnlyCookies(provider))
        {
            AddPortalCredential(headers, credential);
            return null;
        }

        Secret signature = await signatures.GetAsync(
            Key(context, provider, credential),
            token => ExchangeAsync(context, provider, credential, token),
            cancellationToken).ConfigureAwait(false);
        headers.Add("x-signature", signature.Reveal());
        return signature;
    }

    // The service refuses a signature before it does anything, and without a body: any operation may be sent again. Other
    // refusals, such as of a role, say so in a body.
    public override bool Renew(
        ProviderContext context,
        ProviderOptions provider,
        ProviderCredential credential,
        Secret exchanged,
        ResponseException answer)
    {
        if (answer.StatusCode != Forbidden || !string.IsNullOrEmpty(answer.Body))
        {
            return false;
        }

        signatures.Forget(Key(context, provider, credential), exchanged);
        return true;
    }

    // "reason" up to 3.6, RFC 9457 problem details with "errors" from 3.7 on; some answers have no body at all.
    public override VendorError ReadError(string? body)
    {
        JObject? error = WireJson.ParseObjectOrNull(body);
        return new VendorError(
            Message: WireValues.Text(error?["detail"]) ?? WireValues.Text(error?["reason"]),
            Fields: (error?["errors"] as JArray)?.OfType<JObject>()
                .Select(f => new FieldError(
                    WireValues.Text(f["field"]) ?? "", WireValues.Text(f["message"]) ?? "", WireValues.Text(f["code"])))
                .ToArray());
    }

    public override TimeSpan? ReadDelay(ResponseException answer, DateTimeOffset now) =>
        long.TryParse(
            answer.Header("X-Ratelimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out long reset) && reset > 0
            ? reset >= SmallestNanoseconds ? TimeSpan.FromMicroseconds(reset / 1000) : TimeSpan.FromSeconds(reset)
            : null;

    public override string NameOf(string vendorField) => map.NameOf(vendorField);

    private static (string Provider, Uri Portal, ProviderCredential Credential) Key(
        ProviderContext context, ProviderOptions provider, ProviderCredential credential) =>
        (context.Name, provider.BaseAddress!, credential);

    private static async Task<string?> ExchangeAsync(
        ProviderContext context, ProviderOptions provider, ProviderCredential credential, CancellationToken cancellationToken)
    {
        using HttpClient client = context.CreateHttpClient(provider);
        AddPortalCredential(client.DefaultRequestHeaders, credential);
        SignatureResponse answer =
            await new DocSpaceClient(client).GetSignatureAsync(cancellationToken).ConfigureAwait(false);
        return answer.Response;
    }

    private static void AddPortalCredential(HttpRequestHeaders headers, ProviderCredential credential)
    {
        if (credential.Kind == CredentialKind.AscAuthKey)
        {
            headers.Add("Cookie", $"asc_auth_key={credential.Value.Reveal()}");
        }
        else
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", credential.Value.Reveal());
        }
    }
}
