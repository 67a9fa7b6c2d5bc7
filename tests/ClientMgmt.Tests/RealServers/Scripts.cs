namespace ClientMgmt.Tests.RealServers;

/// <summary>The scripts by which a preset of the sandbox is compared with the server that it stands for.</summary>
internal static class Scripts
{
    private const string Uris = "\"redirect_uris\":[\"https://c.example/cb\"]";
    private const string Simple = "{" + Uris + "}";
    private const string Keys = """{"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]}""";

    /// <summary>Members and the values that they are registered with, all at once and in groups that go together.</summary>
    public static readonly (string Name, string Value)[] Members =
    [
        ("client_name", "\"One\""),
        ("client_name#ja", "\"Ein\""),
        ("client_uri", "\"https://c.example/\""),
        ("client_uri#de", "\"https://c.example/de\""),
        ("logo_uri", "\"https://c.example/logo.png\""),
        ("policy_uri", "\"https://c.example/policy\""),
        ("tos_uri", "\"https://c.example/tos\""),
        ("contacts", "[\"a@c.example\",\"b@c.example\"]"),
        ("scope", "\"openid profile\""),
        ("application_type", "\"native\""),
        ("software_id", "\"s\""),
        ("software_version", "\"1\""),
        ("software_statement", "\"a.b.c\""),
        ("post_logout_redirect_uris", "[\"https://c.example/bye\"]"),
        ("grant_types", "[\"authorization_code\",\"refresh_token\"]"),
        ("grant_types", "[\"client_credentials\"]"),
        ("response_types", "[\"id_token code\"]"),
        ("response_types", "[\"code\",\"code\"]"),
        ("jwks", Keys),
        ("jwks_uri", "\"https://c.example/jwks\""),
        ("signed_jwks_uri", "\"https://c.example/jwks\""),
        ("token_endpoint_auth_method", "\"client_secret_post\""),
        ("token_endpoint_auth_method", "\"client_secret_jwt\""),
        ("token_endpoint_auth_method", "\"none\""),
        ("token_endpoint_auth_method", "\"private_key_jwt\",\"jwks\":" + Keys),
        ("token_endpoint_auth_method", "\"client_secret_jwt\",\"token_endpoint_auth_signing_alg\":\"HS256\""),
        ("subject_type", "\"pairwise\""),
        ("id_token_signed_response_alg", "\"ES256\""),
        ("userinfo_signed_response_alg", "\"ES256\""),
        ("request_object_signing_alg", "\"HS256\""),
        ("authorization_signed_response_alg", "\"ES256\""),
        ("introspection_signed_response_alg", "\"ES256\""),
        ("id_token_encrypted_response_alg", "\"dir\""),
        ("default_max_age", "3600"),
        ("default_acr_values", "[\"urn:example:loa:1\"]"),
        ("require_auth_time", "true"),
        ("initiate_login_uri", "\"https://c.example/login\""),
        ("request_uris", "[\"https://c.example/request\"]"),
        ("backchannel_logout_uri", "\"https://c.example/out\""),
        ("backchannel_logout_session_required", "true"),
        ("frontchannel_logout_uri", "\"https://c.example/out\""),
        ("frontchannel_logout_session_required", "true"),
        ("tls_client_auth_subject_dn", "\"CN=c\""),
        ("token_endpoint_auth_method", "\"tls_client_auth\",\"tls_client_auth_san_dns\":\"c.example\""),
        ("tls_client_certificate_bound_access_tokens", "true"),
        ("dpop_bound_access_tokens", "true"),
        ("require_pushed_authorization_requests", "true"),
        ("require_signed_request_object", "true"),
        ("authorization_details_types", "[\"payment\"]"),
        ("backchannel_user_code_parameter", "true"),
        ("backchannel_token_delivery_mode", "\"poll\""),
        ("use_mtls_endpoint_aliases", "true"),
        ("response_modes", "[\"query\"]"),
        ("organization_name", "\"o\""),
        ("client_registration_types", "[\"automatic\"]"),
        ("credential_offer_endpoint", "\"https://c.example/offer\""),
        ("digest_algorithm", "\"S256\""),
        ("description", "\"d\""),
        ("allowed_origins", "[\"https://c.example\"]"),
        ("custom", "{\"a\":[1]}"),
        ("client_id", "\"mine\""),
        ("client_secret", "\"a-secret-of-my-own\""),
        ("registration_access_token", "\"t\""),
    ];

    /// <summary>Values that servers refuse, or not.</summary>
    public static readonly (string Name, string Value)[] BadValues =
    [
        ("redirect_uris", "null"),
        ("redirect_uris", "[]"),
        ("redirect_uris", "\"https://c.example/cb\""),
        ("redirect_uris", "[\"\"]"),
        ("redirect_uris", "[5]"),
        ("redirect_uris", "[\"/cb\"]"),
        ("redirect_uris", "[\"https://c.example/cb#f\"]"),
        ("redirect_uris", "[\"https://c.example/cb\",\"https://c.example/cb\"]"),
        ("redirect_uris", "[\"javascript:alert(1)\"]"),
        ("redirect_uris", "[\"http://c.example/cb\"]"),
        ("redirect_uris", "[\"com.example.app:/cb\"]"),
        ("client_name", "null"),
        ("client_name", "\"\""),
        ("client_name", "5"),
        ("client_uri", "\"ftp://c.example/\""),
        ("logo_uri", "\"nothing\""),
        ("initiate_login_uri", "\"http://c.example/\""),
        ("contacts", "\"a@c.example\""),
        ("contacts", "[\"nobody\"]"),
        ("scope", "\"unknown\""),
        ("scope", "\"openid  profile\""),
        ("scope", "\"\""),
        ("grant_types", "[\"nope\"]"),
        ("grant_types", "[]"),
        ("response_types", "[\"nope\"]"),
        ("response_types", "[]"),
        ("token_endpoint_auth_method", "\"nope\""),
        ("token_endpoint_auth_method", "\"private_key_jwt\""),
        ("subject_type", "\"nope\""),
        ("application_type", "\"nope\""),
        ("id_token_signed_response_alg", "\"nope\""),
        ("default_max_age", "-1"),
        ("default_max_age", "\"5\""),
        ("require_auth_time", "\"true\""),
        ("jwks", "{}"),
        ("jwks", "{\"keys\":[]}"),
        ("jwks", Keys + ",\"jwks_uri\":\"https://c.example/jwks\""),
        ("custom", "null"),
    ];

    public static readonly Script[] Others =
    [
        new("register, read, read again", Register(Simple), Read(), Read()),
        new("register without redirect URIs", Register("{}")),
        new("register a machine client", Register("""{"grant_types":["client_credentials"],"response_types":[]}""")),
        new("register with no JSON", Register("{")),
        new("register with an array", Register("[]")),
        new("register with null", Register("null")),
        new("register with an empty body", Register("")),
        new("register as text", Register(Simple) with { ContentType = "text/plain" }),
        new("register with no type", Register(Simple) with { ContentType = null }),
        new("register with a large body", Register($$"""{"redirect_uris":["https://c.example/cb"],"client_name":"{{new string('x', 60_000)}}"}""")),
        new("register for a browser, badly", Register("{}") with { Accept = "text/html" }),
        new("replace", Register("{" + Uris + ",\"client_name\":\"One\",\"client_uri\":\"https://c.example/\"}"), Update("\"client_name\":\"Two\""), Read()),
        new("replace with the old token", Register(Simple), Update("\"client_name\":\"Two\""), Update("\"client_name\":\"Three\"") with { Token = "{token.before}" }, Read()),
        new("replace with null", Register("{" + Uris + ",\"client_name\":\"One\"}"), Update("\"client_name\":null")),
        new("replace with an empty text", Register("{" + Uris + ",\"client_name\":\"One\"}"), Update("\"client_name\":\"\"")),
        new("replace with empty lists", Register("{" + Uris + ",\"contacts\":[\"a@c.example\"]}"), Update("\"contacts\":[],\"grant_types\":[]")),
        new("replace without a client id", Register(Simple), Put("{" + Uris + "}"), Read()),
        new("replace with another client id", Register(Simple), Put("{\"client_id\":\"x\"," + Uris + "}"), Read()),
        new("replace with the secret", Register(Simple), Update("\"client_secret\":\"{secret}\"")),
        new("replace with a wrong secret", Register(Simple), Update("\"client_secret\":\"wrong\""), Read()),
        new("replace with a secret of null", Register(Simple), Update("\"client_secret\":null")),
        new("replace with the token", Register(Simple), Update("\"registration_access_token\":\"{token}\"")),
        new("replace with the URI", Register(Simple), Update("\"registration_client_uri\":\"{uri}\"")),
        new("replace with a time of null", Register(Simple), Update("\"client_id_issued_at\":null")),
        new("replace with an expiry", Register(Simple), Update("\"client_secret_expires_at\":0")),
        new("replace with what is wrong", Register(Simple), Update("\"client_name\":5"), Read()),
        new("replace with no JSON", Register(Simple), Put("{"), Read()),
        new("replace with unknown members", Register(Simple), Update("\"custom\":1,\"client_name#ja\":\"x\""), Read()),
        new("to a public client and back", Register(Simple), Update("\"token_endpoint_auth_method\":\"none\""), Update("\"client_name\":\"Two\"")),
        new("from a public client", Register("{" + Uris + ",\"token_endpoint_auth_method\":\"none\"}"), Update("\"token_endpoint_auth_method\":\"client_secret_post\"")),
        new("without a token", Register(Simple), Read() with { Token = null }, Read()),
        new("with a wrong token", Register(Simple), Read() with { Token = "wrong" }, Read()),
        new("with Basic", Register(Simple), Read() with { Token = "dTpw", Scheme = "Basic" }, Read()),
        new("at an unknown id", Register(Simple), new Step("GET", "{uri}x"), Read()),
        new("at the URI of another client", Register(Simple), Register(Simple, "other"), new Step("GET", "{other.uri}"), Read(), new Step("GET", "{other.uri}") { Token = "{other.token}", Client = "other" }),
        new("delete", Register(Simple), Delete(), Read(), Delete()),
        new("delete without a token", Register(Simple), Delete() with { Token = null }, Read()),
        new("methods that there are not", Register(Simple), new Step("PATCH", "{uri}", "{}"), new Step("POST", "{uri}", "{}"), new Step("GET", "{register}"), new Step("DELETE", "{register}"), Read()),
    ];

    public static IEnumerable<Script> All =>
    [
        .. Members.Select(member => new Script($"{member.Name} {member.Value}", Register(With(member)), Read())),
        .. BadValues.Select(member => new Script($"{member.Name} {member.Value}", Register(With(member)))),
        .. Others,
    ];

    private static string With((string Name, string Value) member) =>
        (member.Name == "redirect_uris" ? "{" : "{" + Uris + ",") + $"\"{member.Name}\":{member.Value}}}";

    private static Step Register(string body, string client = "") => new("POST", "{register}", body) { Token = null, Client = client };

    private static Step Read() => new("GET", "{uri}");

    private static Step Put(string body) => new("PUT", "{uri}", body);

    private static Step Update(string members) => Put("{\"client_id\":\"{id}\"," + Uris + "," + members + "}");

    private static Step Delete() => new("DELETE", "{uri}");
}
