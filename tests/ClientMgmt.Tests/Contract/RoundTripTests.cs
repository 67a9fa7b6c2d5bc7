using System.Reflection;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Mapping;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Contract;

/// <summary>
/// A client that carries every property of the specification, and some that none knows, is read and updated: one
/// property changes in what the server has stored, and all else stays, byte for byte.
/// </summary>
public sealed class RoundTripTests
{
    // What the server itself changes with an update, or derives from the rest.
    private static readonly string[] s_stamps = ["modifiedAt", "derivedSectorIdentifier", "modified_on", "modified_by"];

    private static readonly string[] s_subjects =
        ["tlsClientAuthSubjectDn", "tlsClientAuthSanDns", "tlsClientAuthSanUri", "tlsClientAuthSanIp", "tlsClientAuthSanEmail"];

    private static IEnumerable<TestCaseData> Changes =>
        from backend in new[] { Backend.AuthleteV2, Backend.AuthleteV3, Backend.DocSpace }
        let rows = Map(backend)
        from property in typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.Name != nameof(ClientMetadata.Extensions)
        let name = new ClientMetadata().Named(property).Names.Single()
        from row in rows.Rows
        where row.Name == name && row.Capability.Updatable
        select new TestCaseData(backend, property.Name, row.JsonName).SetArgDisplayNames($"{backend}", name);

    private static IEnumerable<TestCaseData> VendorChanges =>
        from backend in new[] { Backend.AuthleteV2, Backend.AuthleteV3 }
        from row in Map(backend).Rows
        where row.IsVendor && row.Capability.Updatable && row.JsonName is not ("clientIdAlias" or "clientIdAliasEnabled" or "jwks")
        select new TestCaseData(backend, row.JsonName).SetArgDisplayNames($"{backend}", row.JsonName);

    [TestCaseSource(nameof(Changes))]
    public async Task One_standard_property_changes_and_nothing_else(Backend backend, string property, string jsonName)
    {
        await using TestHost host = await StartAsync(backend);
        string id = Plant(host, subject: jsonName);
        JsonObject before = host.Stored(id);

        await host.Clients.UpdateAsync(id, c => Change(c, typeof(ClientMetadata).GetProperty(property)!));

        Assert.That(Differences(before, host.Stored(id)), Is.EqualTo(new[] { jsonName }));
    }

    [TestCaseSource(nameof(VendorChanges))]
    public async Task One_vendor_property_changes_and_nothing_else(Backend backend, string jsonName)
    {
        await using TestHost host = await StartAsync(backend);
        string id = Plant(host);
        JsonObject before = host.Stored(id);

        await host.Clients.UpdateAsync(id, c => c.WithoutExtension(jsonName));

        Assert.That(Differences(before, host.Stored(id)), Is.EqualTo(new[] { jsonName }));
    }

    [TestCase(Backend.AuthleteV2, "Client")]
    [TestCase(Backend.AuthleteV3, "Client")]
    [TestCase(Backend.DocSpace, "ClientResponse")]
    public async Task Every_property_that_the_server_sends_can_be_read(Backend backend, string schema)
    {
        await using TestHost host = await StartAsync(backend);
        string id = Plant(host, future: false);

        OAuthClient client = await host.Clients.GetAsync(id);

        int own = new object?[] { client.ClientId, client.ClientSecret, client.Enabled, client.CreatedAt, client.ModifiedAt }.Count(v => v is not null);
        int standard = typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Count(p => p.Name != nameof(ClientMetadata.Extensions) && p.GetValue(client.Metadata) is not null);
        Assert.That(own + standard + client.Metadata.Extensions.Count, Is.EqualTo(SpecDocument.Of(backend).PropertyNames(schema).Count() + ToldTwice));
    }

    // scope stands for a part of extension, token_endpoint_auth_method for authentication_methods; both stay visible.
    private const int ToldTwice = 1;

    private static Task<TestHost> StartAsync(Backend backend) => TestHost.StartAsync(backend switch
    {
        Backend.DocSpace => ProviderCases.DocSpace,
        _ => ProviderCases.All.First(c => c.Backend == backend && c.Name.EndsWith("kept unknown", StringComparison.Ordinal)),
    });

    private static ClientMgmt.Mapping.MetadataMap Map(Backend backend) => backend switch
    {
        Backend.AuthleteV2 => Authlete.AuthleteProperties.MapOfV2,
        Backend.AuthleteV3 => Authlete.AuthleteProperties.MapOfV3,
        _ => DocSpace.DocSpaceProperties.For(null),
    };

    /// <summary>Puts a client with every property into the server's store.</summary>
    /// <param name="host">The server.</param>
    /// <param name="future">Whether it has properties that nobody knows.</param>
    /// <param name="subject">Which subject of a certificate is the only one, where one changes.</param>
    private static string Plant(TestHost host, bool future = true, string? subject = null)
    {
        bool isDocSpace = host.Case.Backend == Backend.DocSpace;
        SpecDocument spec = isDocSpace ? SpecDocument.DocSpace
            : host.Case.Backend == Backend.AuthleteV2 ? SpecDocument.AuthleteV2 : SpecDocument.AuthleteV3;
        JsonObject client = FullClient.Create(spec, isDocSpace ? "ClientResponse" : "Client");
        if (future)
        {
            client["futureText"] = "2026-01-02T03:04:05.123456789+00:00";
            client["futureNumber"] = JsonNode.Parse("0.12345678901234567890123456789012345");
            client["futureExponent"] = JsonNode.Parse("1.50E+400");
            client["futureObject"] = JsonNode.Parse("""{"$type":"x","$id":"1","big":123456789012345678901234567890,"list":[1,{"a":[]}]}""");
        }

        if (!isDocSpace)
        {
            const long Id = 1234567890123456;
            foreach (string other in s_subjects.Where(name => s_subjects.Contains(subject) && name != subject))
            {
                client.Remove(other);
            }

            client["clientId"] = Id;
            client["clientType"] = "CONFIDENTIAL";
            client["clientIdAlias"] = "1234567890123456";
            client["clientIdAliasEnabled"] = true;
            client["jwks"] = """{"keys":[]}""";
            client["redirectUris"] = new JsonArray("https://client.example.com/cb");
            host.Sandbox.Authlete.PutClient(host.ServiceId, Id, client);
            return "1234567890123456";
        }

        const string ClientId = "6c7cf17b-1bd3-47d5-94c6-be2d35701111";
        client["client_id"] = ClientId;
        client["client_secret"] = new string('s', 36);
        foreach (string name in new[] { "created_on", "modified_on" })
        {
            client[name] = "2026-01-02T03:04:05.123456789Z";
        }

        foreach (string name in new[] { "created_by", "modified_by" })
        {
            client[name] = SandboxDefaults.DocSpaceAdminId;
        }

        client["logo"] = SampleMetadata.Logo;
        client["scopes"] = new JsonArray("files:read");
        client["authentication_methods"] = new JsonArray("client_secret_post");
        client["tenant"] = 1;
        foreach (string name in new[] { "redirect_uris", "allowed_origins", "logout_redirect_uris" })
        {
            client[name] = new JsonArray("https://client.example.com");
        }

        host.Sandbox.DocSpace.PutClient(SandboxDefaults.Portal, ClientId, client);
        return ClientId;
    }

    /// <summary>Gives a property another value that the backend accepts.</summary>
    private static ClientMetadata Change(ClientMetadata metadata, PropertyInfo property) => property.Name switch
    {
        nameof(ClientMetadata.LogoUri) => metadata with { LogoUri = "data:image/jpeg;base64,iVBORw0KGgo=" },
        nameof(ClientMetadata.RedirectUris) => metadata with { RedirectUris = ["https://other.example.com/cb"] },
        nameof(ClientMetadata.AllowedOrigins) => metadata with { AllowedOrigins = ["https://other.example.com"] },
        nameof(ClientMetadata.Scope) => metadata with { Scope = "openid" },
        nameof(ClientMetadata.TokenEndpointAuthMethod) => metadata with { TokenEndpointAuthMethod = Other(metadata) },
        nameof(ClientMetadata.Jwks) => metadata with { Jwks = System.Text.Json.JsonElement.Parse("""{"keys":[{"kty":"EC"}]}""") },
        _ when property.PropertyType == typeof(bool?) => Set(metadata, property, false),
        _ when property.PropertyType == typeof(string) => Set(metadata, property, "another text"),
        _ => metadata.Named(property),
    };

    private static string Other(ClientMetadata metadata) => metadata.TokenEndpointAuthMethod == ClientAuthenticationMethods.None
        ? ClientAuthenticationMethods.ClientSecretPost
        : ClientAuthenticationMethods.None;

    private static ClientMetadata Set(ClientMetadata metadata, PropertyInfo property, object value)
    {
        ClientMetadata copy = metadata with { };
        property.SetValue(copy, value);
        return copy;
    }

    private static IEnumerable<string> Differences(JsonObject before, JsonObject after) => before.Select(p => p.Key)
        .Union(after.Select(p => p.Key)).Except(s_stamps)
        .Where(name => before[name]?.ToJsonString() != after[name]?.ToJsonString());
}
