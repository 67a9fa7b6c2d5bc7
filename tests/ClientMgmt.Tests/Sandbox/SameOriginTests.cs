using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What a browser sends for a foreign site is refused, whichever path it is for; what programs send is not.</summary>
public sealed class SameOriginTests
{
    private RawClient _raw = null!;

    private static readonly string[] s_paths = ["", "sandbox", "sandbox/faults", "sandbox/events", "sandbox/page.js", "api/2.0/clients", "as/register", "nowhere"];

    [OneTimeSetUp]
    public async Task Start() => _raw = await RawClient.StartAsync(new SandboxOptions
    {
        AllowedHosts = ["Sandbox.internal"],
        DocSpacePortals = [.. new SandboxOptions().DocSpacePortals.Select(p => p with { Host = "portal.example" })],
    });

    [TearDown]
    public void Reset() => _raw.Server.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _raw.DisposeAsync();

    [Test]
    public async Task A_foreign_host_is_refused([ValueSource(nameof(s_paths))] string path)
    {
        Answer answer = await _raw.SendAsync("GET", path, null, ("Host", "site.example"));
        Assert.That((answer.Status, answer.Text), Is.EqualTo((
            421, "The sandbox is reached by the names of this machine: 127.0.0.1, localhost, [::1]. 'site.example' is none. SandboxOptions.AllowedHosts, or --allowed-host of clientmgmt sandbox, allows more.\n")));
    }

    [TestCase("Origin", "http://site.example")]
    [TestCase("Origin", "null")]
    [TestCase("Origin", "http://127.0.0.1:1")]
    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Sec-Fetch-Site", "same-site")]
    public async Task A_foreign_origin_is_refused(string name, string value)
    {
        foreach (string path in s_paths)
        {
            Answer answer = await _raw.SendAsync("POST", path, "{}", (name, value));
            Assert.That((answer.Status, answer.Text), Is.EqualTo((403, "The sandbox serves programs and its own page, not the pages of other sites.\n")), path);
        }

        Assert.That((_raw.Server.Requests.Count, _raw.Server.Faults.Snapshot().Count), Is.EqualTo((0, 0)));
    }

    [TestCase("LOCALHOST:80")]
    [TestCase("127.0.0.1")]
    [TestCase("[::1]:8092")]
    [TestCase("portal.localhost")]
    [TestCase("portal.example")]
    [TestCase("sandbox.internal:8092")]
    public async Task Own_hosts_are_served(string host) =>
        Assert.That((await _raw.SendAsync("GET", "sandbox", null, ("Host", host))).Status, Is.EqualTo(200));

    [TestCase("Sec-Fetch-Site", "same-origin")]
    [TestCase("Sec-Fetch-Site", "none")]
    public async Task What_the_own_page_and_the_address_bar_send_is_served(string name, string value) =>
        Assert.That((await _raw.SendAsync("GET", "sandbox", null, (name, value))).Status, Is.EqualTo(200));

    [TestCase("", 200)]
    [TestCase("sandbox", 403)]
    public async Task A_link_leads_to_the_page_and_to_nothing_else(string path, int status)
    {
        Answer answer = await _raw.SendAsync(
            "GET", path, null, ("Accept", "text/html"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Every_host_is_served_where_the_options_say_so()
    {
        await using RawClient raw = await RawClient.StartAsync(new SandboxOptions { AllowedHosts = ["*"] });
        Assert.That((await raw.SendAsync("GET", "sandbox", null, ("Host", "site.example"))).Status, Is.EqualTo(200));
    }
}
