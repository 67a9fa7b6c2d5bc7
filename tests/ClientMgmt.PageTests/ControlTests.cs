using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClientMgmt.PageTests;

public sealed class ControlTests : PageFixture
{
    [Test]
    public async Task A_fault_set_on_the_page_hits_the_next_request()
    {
        await VisitAsync();
        await Page.GetByLabel("Path contains").FillAsync("/client/create");
        await Page.GetByLabel("Status or seconds").FillAsync("400");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add the fault" }).ClickAsync();
        await Expect(Faults).ToHaveCountAsync(1);

        Assert.That(
            () => Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = "Orders" }),
            Throws.InstanceOf<ClientManagementException>().With.Property("Error").Property("StatusCode").EqualTo(System.Net.HttpStatusCode.BadRequest));

        await Expect(Requests.First.Locator(".why")).ToHaveTextAsync("A fault hit it: status 400.");
        await Expect(Faults).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Every_effect_on_the_page_is_a_fault_that_the_sandbox_takes()
    {
        await VisitAsync();
        string[] effects = await Page.Locator("[name=effect] option").EvaluateAllAsync<string[]>("options => options.map(o => o.value)");
        foreach (string effect in effects)
        {
            await Page.Locator("[name=effect]").SelectOptionAsync(effect);
            await Page.GetByRole(AriaRole.Button, new() { Name = "Add the fault" }).ClickAsync();
            await Expect(Faults).ToHaveCountAsync(Array.IndexOf(effects, effect) + 1);
        }

        Assert.That(effects, Has.Length.GreaterThan(5));
        await Expect(Page.Locator("#fault-problem")).ToBeEmptyAsync();
    }

    [Test]
    public async Task A_fault_that_is_removed_hits_nothing()
    {
        Sandbox.Faults.Add(new SandboxFault { Status = 503, Times = null });
        Sandbox.Faults.Add(new SandboxFault { Method = "DELETE", Status = 503 });
        await VisitAsync();

        await Faults.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Faults).ToHaveCountAsync(1);

        Assert.That(Sandbox.Faults.Snapshot().Select(f => f.Method), Is.EqualTo(new[] { "DELETE" }));
    }

    [Test]
    public async Task A_fault_that_cannot_be_is_told_and_not_added()
    {
        await VisitAsync();
        await Page.GetByLabel("Status or seconds").FillAsync("99");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add the fault" }).ClickAsync();

        await Expect(Page.Locator("#fault-problem")).ToContainTextAsync("'status'");
        Assert.That(Sandbox.Faults.Snapshot(), Is.Empty);
    }

    [Test]
    public async Task The_clock_is_set()
    {
        await VisitAsync();
        await Page.GetByLabel("Ahead by").FillAsync("00:05:00");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set the clock" }).ClickAsync();
        await Expect(Page.GetByLabel("Ahead by")).ToHaveValueAsync("00:05:00");
        Assert.That(Sandbox.ClockOffset, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task A_reset_asks_first_and_then_forgets_everything()
    {
        Sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 3);
        await SendAsync("GET", "nowhere");
        await VisitAsync();
        Page.Dialog += (_, dialog) => dialog.AcceptAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Reset everything" }).ClickAsync();

        await Expect(Clients).ToHaveCountAsync(0);
        await Expect(Requests).ToHaveCountAsync(0);
    }

    [Test]
    public async Task The_settings_to_copy_are_the_configuration_of_the_library()
    {
        await VisitAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy the settings" }).ClickAsync();
        await Expect(Page.Locator("#copy-settings")).ToHaveTextAsync("Copied");

        string copied = await Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(copied));
        var read = new ConfigurationBuilder().AddJsonStream(json).Build().AsEnumerable().Where(s => s.Value is not null).ToDictionary();
        Assert.That(read, Is.EquivalentTo(Sandbox.Settings));
    }

    [Test]
    public async Task Credentials_are_there_to_copy()
    {
        await VisitAsync();
        await Page.Locator("#provider-list summary").Filter(new() { HasText = SandboxDefaults.ServiceId }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy accessTokens 1", Exact = true }).First.ClickAsync();
        Assert.That(await Page.EvaluateAsync<string>("navigator.clipboard.readText()"), Is.EqualTo(SandboxDefaults.AccessToken));
    }
}
