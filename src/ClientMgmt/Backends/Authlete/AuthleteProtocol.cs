using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ClientMgmt.Http;
using ClientMgmt.Mapping;
using ClientMgmt.Registration;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Authlete;

/// <summary>Credentials and errors of both generations of Authlete.</summary>
internal sealed class AuthleteProtocol(BackendDefinition definition, MetadataMap map) : BackendProtocol<IAuthleteApi>
{
    public override BackendDefinition Definition => definition;

    public override IAuthleteApi CreateApi(HttpClient client, ProviderOptions provider) =>
        definition.Backend == Backend.AuthleteV2
            ? new AuthleteV2Client(client)
            : new AuthleteV3Client(client) { ServiceId = provider.ServiceId! };

    public override ValueTask<Secret?> AuthenticateAsync(
        HttpRequestHeaders headers,
        ProviderContext context,
        ProviderOptions provider,
        ProviderCredential credential,
        CancellationToken cancellationToken)
    {
        headers.Authorization = credential.Kind == CredentialKind.ServiceApiKey
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{credential.User}:{credential.Value.Reveal()}")))
            : new AuthenticationHeaderValue("Bearer", credential.Value.Reveal());
        return ValueTask.FromResult<Secret?>(null);
    }

    public override VendorError ReadError(string? body)
    {
        JObject? result = WireJson.ParseObjectOrNull(body);
        return new VendorError(WireValues.Text(result?["resultCode"]), WireValues.Text(result?["resultMessage"]));
    }

    // The reset is a point in time, in seconds since 1970.
    public override TimeSpan? ReadDelay(ResponseException answer, DateTimeOffset now) =>
        long.TryParse(
            answer.Header("X-RateLimit-Reset"), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds - now.ToUnixTimeSeconds() is > 0 and <= int.MaxValue and long delay
            ? TimeSpan.FromSeconds(delay)
            : null;

    public override string NameOf(string vendorField) => map.NameOf(vendorField);
}
