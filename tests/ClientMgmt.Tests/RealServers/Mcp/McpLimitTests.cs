using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.RealServers.Mcp;

/// <summary>The limit and the document of the MCP SDK's handler.</summary>
internal sealed class McpLimitTests
{
    [Test]
    public async Task The_twenty_first_registration_is_refused_as_by_the_server()
    {
        await using NodeServer real = await NodeServer.McpAsync("--limited");
        await using SandboxServer sandbox = await StartAsync();

        Assert.That(await LastAsync(sandbox.DynamicRegistration.RegistrationEndpoint), Is.EqualTo(await LastAsync(real.RegistrationEndpoint)));

        static async Task<(int Successes, int Status, string? Error, bool SaysWhen)> LastAsync(Uri endpoint)
        {
            using var http = new HttpClient();
            int successes = 0;
            while (true)
            {
                using var body = new StringContent("""{"redirect_uris":["https://c.example/cb"]}""", null, "application/json");
                using HttpResponseMessage response = await http.PostAsync(endpoint, body);
                if (response.IsSuccessStatusCode && ++successes < 100)
                    continue;
                JsonNode answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                return (successes, (int)response.StatusCode, (string?)answer["error"], response.Headers.RetryAfter is not null);
            }
        }
    }

    [TestCase("/.well-known/openid-configuration", false)]
    [TestCase("/.well-known/oauth-authorization-server", true)]
    public async Task There_is_one_document_whose_issuer_ends_in_a_slash(string path, bool isThere)
    {
        using var http = new HttpClient();
        await using NodeServer real = await NodeServer.McpAsync();
        await using SandboxServer sandbox = await StartAsync();

        Assert.That(
            (await IsThereAsync(real.Issuer + path), await IsThereAsync($"{sandbox.BaseAddress.GetLeftPart(UriPartial.Authority)}{path}/as")),
            Is.EqualTo((isThere, isThere)));

        async Task<bool> IsThereAsync(string address)
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(address));
            return response.IsSuccessStatusCode
                && ((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["issuer"]!).EndsWith('/');
        }
    }

    private static Task<SandboxServer> StartAsync() => SandboxServer.StartAsync(new SandboxOptions
    {
        DynamicRegistration = new() { Behavior = DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Mcp) },
    });
}
