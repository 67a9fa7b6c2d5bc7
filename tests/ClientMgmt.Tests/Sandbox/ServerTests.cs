using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

public sealed class ServerTests
{
    [Test]
    public async Task Takes_a_free_loopback_port_by_default()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        Assert.That(sandbox.BaseAddress.ToString(), Does.Match(@"^http://127\.0\.0\.1:\d+/$"));
    }

    [Test]
    public async Task May_be_stopped_twice()
    {
        SandboxServer sandbox = await SandboxServer.StartAsync();
        await sandbox.DisposeAsync();
        Assert.That(async () => await sandbox.DisposeAsync(), Throws.Nothing);
    }

    [Test]
    public async Task Says_so_when_the_port_is_taken()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        Assert.That(() => SandboxServer.StartAsync(new SandboxOptions { Port = sandbox.BaseAddress.Port }), Throws.InstanceOf<IOException>());
    }

    [Test]
    [NonParallelizable]
    public async Task Writes_nothing_to_the_console()
    {
        TextWriter console = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            await using SandboxServer sandbox = await SandboxServer.StartAsync();
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(written.ToString(), Is.Empty);
    }

    [Test]
    public async Task Two_servers_share_no_state()
    {
        await using SandboxServer first = await SandboxServer.StartAsync();
        await using SandboxServer second = await SandboxServer.StartAsync();
        first.Authlete.Seed(SandboxDefaults.ServiceId, 1);
        Assert.That(second.Authlete.Count(SandboxDefaults.ServiceId), Is.Zero);
    }

    [Test]
    public async Task Records_the_target_as_it_was_sent()
    {
        await using RawClient raw = await RawClient.StartAsync();
        await raw.Authlete(AuthleteVersion.V3, "GET", "get/a%2Fb/../%E3%81%82?x=%20+");
        Assert.That(raw.Server.Requests.Single().Target, Does.EndWith("/client/get/a%2Fb/../%E3%81%82?x=%20+"));
    }

    [Test]
    public async Task Records_body_headers_and_status()
    {
        await using RawClient raw = await RawClient.StartAsync();
        await raw.Authlete(AuthleteVersion.V3, "POST", "create", new JsonObject { ["clientName"] = "é" });
        SandboxRequest request = raw.Server.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(JsonNode.Parse(request.Body)!["clientName"]!.ToString(), Is.EqualTo("é"));
            Assert.That(request.Headers["authorization"], Is.EqualTo("Bearer " + SandboxDefaults.AccessToken));
            Assert.That(request.Status, Is.EqualTo(201));
        });
    }

    [Test]
    public async Task Keeps_no_more_requests_than_asked()
    {
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { RequestLogSize = 2 });
        foreach (string path in new[] { "1", "2", "3" })
            await raw.SendAsync("GET", path, null);
        Assert.That(raw.Server.Requests.Select(r => r.Target), Is.EqualTo(new[] { "/2", "/3" }));
    }

    [Test]
    public async Task Forgets_everything_on_reset()
    {
        await using RawClient raw = await RawClient.StartAsync();
        await raw.CreateAsync(AuthleteVersion.V2);
        await raw.CreateOfficeAsync();
        raw.Server.Reset();
        Assert.That(
            (raw.Server.Requests.Count, raw.Server.Authlete.Count(SandboxDefaults.ServiceApiKey), raw.Server.DocSpace.Count(SandboxDefaults.Portal)),
            Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Refuses_two_services_with_one_id() => Assert.That(
        () => SandboxServer.StartAsync(new SandboxOptions { AuthleteServices = [new() { ServiceId = "1" }, new() { ServiceId = "1" }] }),
        Throws.ArgumentException);

    [Test]
    public async Task Answers_404_to_a_base_address_that_ends_in_api()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", "api/api/client/get/list", null);
        Assert.That(answer.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Stores_what_is_put_exactly()
    {
        await using RawClient raw = await RawClient.StartAsync();
        var planted = JsonNode.Parse("""{"clientId":"no number","grantTypes":null,"big":12345678901234567890.10,"$type":"x"}""")!.AsObject();
        raw.Server.Authlete.PutClient(SandboxDefaults.ServiceId, 7, planted);
        Answer answer = await raw.Authlete(AuthleteVersion.V3, "GET", "get/7");
        Assert.That(answer.Text, Is.EqualTo(planted.ToJsonString()));
    }

    [Test]
    public async Task Serves_many_writers_at_once()
    {
        await using RawClient raw = await RawClient.StartAsync();
        long[] ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => raw.CreateAsync(AuthleteVersion.V3)));
        Assert.That(ids.Distinct().Count(), Is.EqualTo(50));
    }

    [Test]
    public async Task Whoever_looks_without_a_browser_is_told_what_it_is()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("GET", "", null);
        Assert.That((answer.Status, answer.Text), Is.EqualTo((404, "This is the sandbox of ClientMgmt. A browser shows here what happens; GET /sandbox says what is served.\n")));
    }

    [TestCase("{\"clientName\":\"\\ud800\"}")]
    [TestCase("{\"\\uDFFF\":1}")]
    public async Task Half_of_a_pair_of_surrogates_is_a_mistake_of_the_client(string body)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.SendAsync("POST", "as/register", body, ("Authorization", "Bearer " + SandboxDefaults.InitialAccessToken));
        Assert.That((answer.Status, answer.Json["error"]?.GetValue<string>()), Is.EqualTo((400, "invalid_client_metadata")));
    }
}
