using System.Collections.Immutable;
using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Manifests that all of some backends can store, each time the same for the same seed.</summary>
internal sealed class RandomManifests(int seed, params Capabilities[] backends)
{
    private const int MayBeCleared = 8;

    private static readonly Dictionary<string, string[]> s_words = new()
    {
        ["application_type"] = ["web", "native"],
        ["grant_types"] = ["authorization_code", "implicit", "refresh_token", "client_credentials"],
        ["response_types"] = ["code", "token", "id_token", "code id_token", "id_token code", "none"],
        ["response_modes"] = ["query", "fragment", "form_post", "query.jwt"],
        ["token_endpoint_auth_method"] = ["none", "client_secret_basic", "client_secret_post", "private_key_jwt"],
        ["subject_type"] = ["public", "pairwise"],
        ["backchannel_token_delivery_mode"] = ["poll", "ping", "push"],
        ["client_registration_types"] = ["automatic", "explicit"],
        ["default_acr_values"] = ["low", "high", "highest"],
        ["redirect_uris"] = ["https://a.example.com/cb", "http://localhost:3000/cb", "https://b.example.com/cb?x=1", "https://a.example.com/cb2"],
        ["contacts"] = ["a@example.com", "b@example.com", "no", "c@example.com"],
    };

    // A client has one of them at most.
    private static readonly string[] s_subjects = ["tls_client_auth_subject_dn", "tls_client_auth_san_dns", "tls_client_auth_san_email"];

    private readonly Random _random = new(seed);
    private readonly bool _isPortal = backends.Any(SampleMetadata.IsPortal);

    private readonly bool _isStandard = backends.Any(SampleMetadata.IsStandard);
    private readonly bool _hasSwitch = backends.All(b => b.Supports(ClientOperation.Disable));

    public IReadOnlyList<ClientManifest> Take(int count) => [.. Enumerable.Range(0, count).Select(Create)];

    private ClientManifest Create(int number)
    {
        var values = ImmutableDictionary.CreateBuilder<string, JsonElement>();
        string[] names =
        [
            .. ClientMetadata.StandardNames.Where(CanSet)
                .Where(n => !n.StartsWith("tls_client_auth_", StringComparison.Ordinal) || n == s_subjects[number % s_subjects.Length]),
        ];
        foreach (string name in names)
        {
            bool isRequired = backends.Any(b => b.Metadata.GetValueOrDefault(name)?.RequiredAtCreation == true);
            if (isRequired || name == "client_name" || _random.Next(3) == 0)
            {
                values[name] = !isRequired && !IsFilledIn(name) && _random.Next(MayBeCleared) == 0
                    ? Empty(name)
                    : Value(name, number);
            }
        }

        return new ClientManifest
        {
            Enabled = !_hasSwitch ? null : _random.Next(3) switch { 0 => true, 1 => false, _ => null },
            Values = values.ToImmutable(),
            Extensions = _isPortal || _isStandard ? ImmutableDictionary<string, JsonElement>.Empty : Extensions(),
        };
    }

    private ImmutableDictionary<string, JsonElement> Extensions()
    {
        var extensions = ImmutableDictionary.CreateBuilder<string, JsonElement>();
        Maybe("clientType", "\"PUBLIC\"", "\"CONFIDENTIAL\"");
        Maybe("pkceRequired", "true", "false", "null");
        Maybe("developer", "\"Ann\"", "\"no: #1\"", "\"\"", "null");
        Maybe("customMetadata", "\"{}\"", "null");
        Maybe("attributes", """[{"key":"a","value":"1"},{"key":"b","value":"😀"}]""", "[]");
        Maybe("extension", """{"accessTokenDuration":3600}""", """{"accessTokenDuration":0,"refreshTokenDuration":60}""",
            """{"tokenExchangePermitted":null}""", "null");
        return extensions.ToImmutable();

        void Maybe(string name, params string[] values)
        {
            if (_random.Next(3) == 0 && CanSet(name))
            {
                extensions[name] = JsonElement.Parse(Any(values));
            }
        }
    }

    // Cleared, it gets the server's own value.
    private bool IsFilledIn(string name) => name is "client_name" or "token_endpoint_auth_method"
        || (_isStandard && name is ("grant_types" or "response_types"));

    private bool CanSet(string name) => backends.All(b => b.CanSetAtCreation(name));

    private JsonElement Empty(string name) => JsonElement.Parse(
        _random.Next(2) == 0 || name == "scope" ? "null"
        : ClientMetadata.GetValueType(name) == typeof(string) ? "\"\""
        : ClientMetadata.GetValueType(name) == typeof(IReadOnlyList<string>) ? "[]"
        : "null");

    private JsonElement Value(string name, int number)
    {
        Type type = ClientMetadata.GetValueType(name);
        object value = name switch
        {
            "client_name" => $"Client {number:D3}",
            "logo_uri" => SampleMetadata.Logo,
            "scope" => _isPortal ? "openid files:read" : Any("openid profile", _isStandard ? "profile openid" : "profile  openid", "openid", "email"),
            "client_uri" or "policy_uri" or "tos_uri" when _isPortal => $"https://www.example.com/{number}",
            "post_logout_redirect_uris" when _isPortal => new[] { $"https://www.example.com/{number}" },
            "allowed_origins" => new[] { "https://a.example.com", "https://b.example.com" }[_random.Next(2)..],
            "token_endpoint_auth_method" when _isPortal => Any("none", "client_secret_post"),
            "digest_algorithm" => "SHA-256",
            "jwks" => JsonElement.Parse("""{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}"""),
            _ when name.EndsWith("_alg", StringComparison.Ordinal) && name.Contains("encrypted", StringComparison.Ordinal) || name == "request_object_encryption_alg" =>
                Any("RSA-OAEP", "ECDH-ES+A128KW", "dir"),
            _ when name.EndsWith("_alg", StringComparison.Ordinal) => Any("RS256", "ES256", "PS512"),
            _ when name.EndsWith("_enc", StringComparison.Ordinal) => Any("A128CBC-HS256", "A256GCM"),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(int) => _random.Next(1, 100_000),
            _ when type == typeof(IReadOnlyDictionary<string, string>) =>
                new Dictionary<string, string> { ["en"] = Any("Name", "no"), [Any("de", "ja-JP")] = Any("Größe", "名前") },
            _ when type == typeof(IReadOnlyList<string>) => Some(s_words.GetValueOrDefault(name, ["one", "two", "https://three.example.com"])),
            _ when s_words.TryGetValue(name, out string[]? words) => Any(words),
            _ => Any("text", "a: b", " padded ", "line\nline", "https://example.com/?a=b#c"),
        };
        return JsonSerializer.SerializeToElement(value);
    }

    private string Any(params string[] values) => values[_random.Next(values.Length)];

    private string[] Some(string[] values)
    {
        string[] shuffled = [.. values];
        _random.Shuffle(shuffled);
        return shuffled[.._random.Next(1, shuffled.Length + 1)];
    }
}
