using ClientMgmt.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClientMgmt.PageTests;

public sealed class LiveTests : PageFixture
{
    [TestCase("AuthleteV2", "POST", "/api/client/create")]
    [TestCase("AuthleteV3", "POST", $"/api/{SandboxDefaults.ServiceId}/client/create")]
    [TestCase("DynamicRegistration", "POST", "/as/register")]
    public async Task What_a_program_sends_and_stores_appears(string provider, string method, string path)
    {
        await VisitAsync();

        await Provider(provider).CreateAsync(new ClientMetadata { ClientName = "Orders", RedirectUris = ["https://orders.example/cb"] });

        await Expect(Requests.Filter(new() { HasText = method }).Filter(new() { HasText = path })).ToHaveCountAsync(1);
        await Expect(Clients.First).ToContainTextAsync("Orders");
    }

    [Test]
    public async Task A_page_that_is_opened_late_shows_what_there_was()
    {
        Sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, 2);
        await SendAsync("GET", "elsewhere");

        await VisitAsync();

        await Expect(Requests).ToHaveCountAsync(1);
        await Expect(Clients).ToHaveCountAsync(2);
    }

    [Test]
    public async Task A_request_opens_to_headers_and_bodies()
    {
        await VisitAsync();
        await Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = "Orders" });

        await Requests.First.Locator("summary").ClickAsync();

        await Expect(Requests.First).ToContainTextAsync($"Bearer {SandboxDefaults.AccessToken}");
        await Expect(Requests.First.Locator("pre").First).ToContainTextAsync("\"clientName\": \"Orders\"");
        await Expect(Requests.First.Locator("pre").Last).ToContainTextAsync("\"clientSecret\"");
    }

    [TestCase("GET", "api/2.0/clients", "The request has no x-signature.")]
    [TestCase("GET", "nowhere", "No dialect of the sandbox has this path.")]
    [TestCase("GET", $"api/{SandboxDefaults.ServiceId}/client/get/1", "A001202")]
    [TestCase("POST", "as/register", "no access token provided")]
    public async Task A_request_that_failed_says_why_without_being_opened(string method, string path, string reason)
    {
        await VisitAsync();
        await SendAsync(method, path);
        await Expect(Requests.First.Locator(".why")).ToContainTextAsync(reason);
    }

    [Test]
    public async Task Failed_requests_are_found_among_others()
    {
        Sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, 1);
        await VisitAsync();
        for (int i = 0; i < 5; i++)
            await Provider("AuthleteV3").ListAsync().ToListAsync();
        await SendAsync("GET", "nowhere");
        await Expect(Requests).ToHaveCountAsync(6);

        await Page.GetByLabel("Failed only").CheckAsync();

        await Expect(Requests.Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await Expect(Page.Locator("#request-count")).ToHaveTextAsync("6 shown, 1 failed");
    }

    [Test]
    public async Task Requests_are_searched_in_all_that_was_sent_and_answered()
    {
        await VisitAsync();
        await Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = "Orders" });
        await Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = "Payroll" });
        await Expect(Requests).ToHaveCountAsync(2);

        await Page.Locator("#request-search").FillAsync("payroll");

        await Expect(Requests.Filter(new() { Visible = true })).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Clients_are_searched_in_all_properties()
    {
        await Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = "Orders", RedirectUris = ["https://orders.example/cb"] });
        await Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = "Payroll", RedirectUris = ["https://payroll.example/cb"] });
        await VisitAsync();

        await Page.Locator("#client-search").FillAsync("PAYROLL.example");

        await Expect(Clients).ToHaveCountAsync(1);
        await Expect(Clients.First).ToContainTextAsync("Payroll");
    }

    [Test]
    public async Task A_number_of_nineteen_digits_is_shown_with_all_of_them()
    {
        Sandbox.Authlete.PutClient(SandboxDefaults.ServiceId, 7, new() { ["clientName"] = "Big", ["number"] = 9007199254740993 });
        await VisitAsync();

        await Clients.First.Locator("summary").ClickAsync();

        await Expect(Clients.First.Locator("pre")).ToContainTextAsync("9007199254740993");
    }

    [Test]
    public async Task A_sandbox_that_stops_is_told_and_one_that_comes_back_is_followed_again()
    {
        int port = Sandbox.BaseAddress.Port;
        await VisitAsync();
        await Sandbox.DisposeAsync();
        await Expect(Page.Locator("#live")).ToHaveTextAsync("the sandbox does not answer");

        await using SandboxServer again = await SandboxServer.StartAsync(new SandboxOptions { Port = port });
        again.Authlete.Seed(SandboxDefaults.ServiceId, 3);

        await Expect(Page.Locator("#live")).ToHaveTextAsync("live", new() { Timeout = 20_000 });
        await Expect(Clients).ToHaveCountAsync(3);
    }

    [Test]
    public async Task Pages_that_are_hidden_leave_their_connection_to_others()
    {
        for (int i = 0; i < 6; i++)
        {
            await VisitAsync();
            await ShowAsync(false);
            Page = await Page.Context.NewPageAsync();
        }

        await VisitAsync();
    }

    [Test]
    public async Task A_page_that_is_shown_again_has_what_came_meanwhile_and_what_was_open()
    {
        await VisitAsync();
        await SendAsync("GET", "first");
        await Requests.First.Locator("summary").ClickAsync();
        await ShowAsync(false);
        await SendAsync("GET", "second");

        await ShowAsync(true);

        await Expect(Requests).ToHaveCountAsync(2);
        await Expect(Requests.Last.Locator("pre, dl").First).ToBeVisibleAsync();
    }

    private Task ShowAsync(bool isShown) => Page.EvaluateAsync(
        "shown => { Object.defineProperty(document, 'hidden', { value: !shown, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }",
        isShown);
}
