using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClientMgmt.PageTests;

public sealed class HostileTests : PageFixture
{
    private const string Markup = "</script><img src=x onerror=\"window.ran=1\"><script>window.ran=1</script><a href=\"javascript:window.ran=1\">x</a>";

    [Test]
    public async Task Nothing_that_a_client_or_a_program_says_is_run()
    {
        await VisitAsync();
        int images = await Page.Locator("img").CountAsync();
        var client = new JsonObject { ["clientName"] = Markup, ["logoUri"] = "javascript:window.ran=1", [Markup] = new JsonArray(Markup) };
        Sandbox.Authlete.PutClient(SandboxDefaults.ServiceId, 7, client);
        await SendAsync("POST", "nowhere?q=" + Uri.EscapeDataString(Markup), $"{{\"x\":\"{Markup.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}");
        Sandbox.Faults.Add(new SandboxFault { PathContains = Markup, Text = Markup, Status = 500 });

        await Clients.First.Locator("summary").ClickAsync();
        await Requests.First.Locator("summary").ClickAsync();

        await Expect(Clients.First.Locator("pre")).ToContainTextAsync("onerror");
        await Expect(Requests.First.Locator("pre").First).ToContainTextAsync("onerror");
        await Expect(Faults.First).ToContainTextAsync("onerror");
        Assert.That(
            (await Page.EvaluateAsync<int?>("window.ran ?? null"), await Page.Locator("img").CountAsync(), await Page.Locator("[href^=javascript]").CountAsync()),
            Is.EqualTo(((int?)null, images, 0)));
    }

    [Test]
    public async Task The_page_runs_under_its_own_policy_without_a_complaint()
    {
        await VisitAsync();
        await Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = "Orders" });
        await Requests.First.Locator("summary").ClickAsync();
        await Expect(Requests.First.Locator("pre")).ToHaveCountAsync(2);
        Assert.That(Complaints, Is.Empty);
    }

    [Test]
    public async Task The_policy_keeps_markup_of_texts_from_being_made()
    {
        await VisitAsync();
        Assert.That(() => Page.EvaluateAsync("document.body.innerHTML = '<p>x</p>'"), Throws.TypeOf<PlaywrightException>().With.Message.Contains("TrustedHTML"));
    }

    [TestCase("fetch(sandbox + 'sandbox')")]
    [TestCase("fetch(sandbox + 'sandbox/faults', { method: 'POST', mode: 'no-cors', body: '{\"status\":500}' })")]
    [TestCase("fetch(sandbox + 'sandbox/reset', { method: 'POST', mode: 'no-cors' })")]
    [TestCase("fetch(sandbox + 'api/2.0/clients', { mode: 'no-cors' })")]
    [TestCase("new Promise(done => { const image = new Image(); image.onerror = done; image.src = sandbox + 'api/2.0/clients'; })")]
    [TestCase("new Promise(done => { const frame = document.createElement('iframe'); frame.onload = done; frame.src = sandbox; document.body.append(frame); })")]
    public async Task Another_web_site_reads_nothing_and_changes_nothing(string attack)
    {
        Sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 1);
        Sandbox.Faults.Add(new SandboxFault { Status = 503 });
        await Page.RouteAsync("http://site.example/", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>site</title>" }));
        await Page.GotoAsync("http://site.example/");

        string seen = await Page.EvaluateAsync<string>(
            $"async () => {{ const sandbox = '{Sandbox.BaseAddress}'; try {{ const answer = await {attack}; return answer?.text ? await answer.text() : ''; }} catch (error) {{ return ''; }} }}");

        Assert.That((seen, Sandbox.Authlete.Count(SandboxDefaults.ServiceId), Sandbox.Faults.Snapshot().Count, Sandbox.Requests.Count), Is.EqualTo(("", 1, 1, 0)));
    }

    [Test]
    public async Task A_form_of_another_web_site_changes_nothing()
    {
        await Page.RouteAsync("http://site.example/", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<form action='{Sandbox.BaseAddress}sandbox/faults' method='post' enctype='text/plain'><input name='{{\"status\":500,\"text\":\"' value='\"}}'><button>go</button></form>",
        }));
        await Page.GotoAsync("http://site.example/");
        await Page.GetByRole(AriaRole.Button).ClickAsync();
        await Page.GetByText("not the pages of other sites").WaitForAsync();
        Assert.That(Sandbox.Faults.Snapshot(), Is.Empty);
    }

    [TestCase("")]
    [TestCase("sandbox")]
    [TestCase("sandbox/requests")]
    [TestCase("as/.well-known/openid-configuration")]
    public async Task A_name_that_was_made_to_lead_here_is_refused(string path)
    {
        IResponse? answer = await Page.GotoAsync($"http://{Browser.ReboundName}:{Sandbox.BaseAddress.Port}/{path}");
        Assert.That(answer?.Status, Is.EqualTo(421));
    }
}
