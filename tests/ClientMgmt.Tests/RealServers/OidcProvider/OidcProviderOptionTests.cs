using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Sandbox;

namespace ClientMgmt.Tests.RealServers.OidcProvider;

/// <summary>The same for the ways of oidc-provider that its operator chooses, and for its addresses.</summary>
internal sealed class OidcProviderOptionTests
{
    private const string Simple = """{"redirect_uris":["https://c.example/cb"]}""";
    private static readonly DynamicRegistrationBehavior s_preset = DynamicRegistrationPresets.Get(DynamicRegistrationPresets.NodeOidcProvider);

    private static readonly Step s_register = new("POST", "{register}", Simple) { Token = null };
    private static readonly Step s_read = new("GET", "{uri}");
    private static readonly Step s_update = new("PUT", "{uri}", """{"client_id":"{id}","redirect_uris":["https://c.example/cb"]}""");
    private static readonly Step s_delete = new("DELETE", "{uri}");

    private static IEnumerable<TestCaseData> Options =>
    [
        new TestCaseData(
            new[] { "--no-rotate" },
            s_preset with { RotatesOn = RegistrationOperations.None },
            new Script("", s_register, s_update, s_read, s_update)) { TestName = "Without rotation" },
        new TestCaseData(
            new[] { "--no-management" },
            s_preset with { Operations = RegistrationOperations.Create | RegistrationOperations.Read },
            new Script("", s_register, s_update, s_delete, s_read)) { TestName = "Without management" },
        new TestCaseData(
            new[] { "--initial-token", SandboxDefaults.InitialAccessToken },
            s_preset with { InitialAccess = RegistrationAccess.Token },
            new Script(
                "",
                s_register,
                s_register with { Token = "wrong" },
                s_register with { Token = "dTpw", Scheme = "Basic" },
                s_register with { Token = SandboxDefaults.InitialAccessToken, Body = "{}" },
                s_register with { Token = SandboxDefaults.InitialAccessToken },
                s_register with { Token = SandboxDefaults.InitialAccessToken, Client = "other" },
                s_read,
                s_read with { Token = SandboxDefaults.InitialAccessToken })) { TestName = "With an initial access token" },
    ];

    [TestCaseSource(nameof(Options))]
    public async Task Answers_as_the_server_does(string[] options, DynamicRegistrationBehavior behavior, Script script)
    {
        await using NodeServer real = await NodeServer.OidcProviderAsync(options);
        await using PresetComparison comparison = await PresetComparison.StartAsync(real.RegistrationEndpoint, behavior);
        await comparison.AssertAsync(script);
    }

    [Test]
    public async Task Of_six_updates_at_once_as_many_succeed_as_with_the_server()
    {
        await using NodeServer real = await NodeServer.OidcProviderAsync();
        await using SandboxServer sandbox = await StartAsync(s_preset);

        Assert.That(await RaceAsync(sandbox.DynamicRegistration.RegistrationEndpoint), Is.EqualTo(await RaceAsync(real.RegistrationEndpoint)));

        static async Task<string> RaceAsync(Uri endpoint)
        {
            using var http = new HttpClient();
            using var register = new StringContent(Simple, null, "application/json");
            using HttpResponseMessage registered = await http.PostAsync(endpoint, register);
            JsonNode client = JsonNode.Parse(await registered.Content.ReadAsStringAsync())!;
            int[] statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => UpdateAsync(http, client)));
            return string.Join(' ', statuses.Order());
        }

        static async Task<int> UpdateAsync(HttpClient http, JsonNode client)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, (string)client["registration_client_uri"]!)
            {
                Content = new StringContent($$"""{"client_id":"{{client["client_id"]}}","redirect_uris":["https://c.example/cb"]}""", null, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {client["registration_access_token"]}");
            using HttpResponseMessage response = await http.SendAsync(request);
            return (int)response.StatusCode;
        }
    }

    [TestCase(".well-known/openid-configuration", "{host}/as")]
    [TestCase(".well-known/oauth-authorization-server", "{host}/as")]
    [TestCase(".well-known/openid-configuration", "{host}/.well-known/openid-configuration/as")]
    [TestCase(".well-known/oauth-authorization-server", "{host}/.well-known/oauth-authorization-server/as")]
    public async Task Documents_are_where_the_server_has_them(string document, string place)
    {
        using var http = new HttpClient();
        await using NodeServer real = await NodeServer.OidcProviderAsync("--path", "/as");
        await using SandboxServer sandbox = await StartAsync(s_preset);

        Assert.That(
            await NamesEndpointAsync(http, sandbox.DynamicRegistration.Issuer, place, document),
            Is.EqualTo(await NamesEndpointAsync(http, new Uri(real.Issuer), place, document)));
    }

    [Test]
    public async Task Endpoint_and_client_uri_follow_the_Host_header_as_those_of_the_server_do()
    {
        using var http = new HttpClient();
        await using NodeServer real = await NodeServer.OidcProviderAsync("--path", "/as");
        await using SandboxServer sandbox = await StartAsync(s_preset);

        string[] expected = await HostsAsync(http, new Uri(real.Issuer), real.RegistrationEndpoint);
        string[] actual = await HostsAsync(http, sandbox.DynamicRegistration.Issuer, sandbox.DynamicRegistration.RegistrationEndpoint);

        Assert.That((actual, expected[1..]), Is.EqualTo((new[] { sandbox.BaseAddress.Authority, "other.example:99", "other.example:99" }, actual[1..])));
    }

    private static async Task<(int Status, bool HasIssuer, bool HasEndpoint)> NamesEndpointAsync(HttpClient http, Uri issuer, string place, string document)
    {
        string address = place.Replace("{host}", issuer.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        using HttpResponseMessage response = await http.GetAsync(new Uri(address.EndsWith("/as", StringComparison.Ordinal) && !address.Contains("well-known", StringComparison.Ordinal) ? $"{address}/{document}" : address));
        JsonNode? body = response.IsSuccessStatusCode ? JsonNode.Parse(await response.Content.ReadAsStringAsync()) : null;
        return ((int)response.StatusCode, (string?)body?["issuer"] == issuer.AbsoluteUri, body?["registration_endpoint"] is not null);
    }

    private static async Task<string[]> HostsAsync(HttpClient http, Uri issuer, Uri endpoint)
    {
        using var discover = new HttpRequestMessage(HttpMethod.Get, issuer + "/.well-known/openid-configuration");
        using var register = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(Simple, null, "application/json") };
        discover.Headers.Host = register.Headers.Host = "other.example:99";
        using HttpResponseMessage document = await http.SendAsync(discover);
        using HttpResponseMessage client = await http.SendAsync(register);
        JsonNode metadata = JsonNode.Parse(await document.Content.ReadAsStringAsync())!;
        JsonNode registered = JsonNode.Parse(await client.Content.ReadAsStringAsync())!;
        return
        [
            new Uri((string)metadata["issuer"]!).Authority,
            new Uri((string)metadata["registration_endpoint"]!).Authority,
            new Uri((string)registered["registration_client_uri"]!).Authority,
        ];
    }

    private static Task<SandboxServer> StartAsync(DynamicRegistrationBehavior behavior) =>
        SandboxServer.StartAsync(new SandboxOptions { AllowedHosts = ["other.example"], DynamicRegistration = new() { Behavior = behavior } });
}
