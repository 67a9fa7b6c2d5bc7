using System.Runtime.CompilerServices;
using ClientMgmt.Sandbox;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClientMgmt.PageTests;

public sealed class LookTests : PageFixture
{
    private const string Accept = "CLIENTMGMT_ACCEPT_SCREENSHOTS";

    [TestCase(400, false)]
    [TestCase(1600, true)]
    public async Task The_page_is_accessible(int width, bool dark)
    {
        await ShowAllAsync(width, dark);
        foreach (ILocator closed in await Page.Locator("summary").AllAsync())
            await closed.ClickAsync();

        AxeResult result = await Page.RunAxe();

        Assert.That(result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Select(n => n.Html))}"), Is.Empty);
    }

    [Test]
    public async Task The_page_is_never_wider_than_the_window()
    {
        await ShowAllAsync(1600, dark: false);
        foreach (ILocator closed in await Page.Locator("summary").AllAsync())
            await closed.ClickAsync();

        int[] windows = [1600, 800, 400];
        var pages = new List<int>();
        foreach (int width in windows)
        {
            await Page.SetViewportSizeAsync(width, 1000);
            pages.Add(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        Assert.That(pages.Zip(windows).Where(p => p.First > p.Second), Is.Empty);
    }

    [Test]
    public async Task A_request_is_reached_and_opened_by_the_keyboard_alone()
    {
        await ShowAllAsync(1600, dark: false);
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        for (int i = 0; i < 4; i++)
            await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Requests.First.Locator("details")).ToHaveAttributeAsync("open", "");
    }

    /// <summary>Makes the pictures of the README when it is asked to; they are not compared, since each Chromium draws texts in its own way.</summary>
    [TestCase(true, "page-dark.png")]
    [TestCase(false, "page-light.png")]
    public async Task The_picture_in_the_README_shows_the_page(bool dark, string file)
    {
        await ShowAllAsync(1400, dark);
        byte[] picture = await Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        string kept = Path.Combine(Path.GetDirectoryName(Here())!, "../../src/ClientMgmt.Sandbox/Page", file);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            await File.WriteAllBytesAsync(kept, picture);

        byte[] shown = File.Exists(kept) ? await File.ReadAllBytesAsync(kept) : [];
        Assert.That(Size(shown), Is.EqualTo(Size(picture)), $"{Accept}=1 makes it anew.");
    }

    private static string Here([CallerFilePath] string path = "") => path;

    /// <summary>Width and height, as the first chunk of a PNG has them.</summary>
    private static string Size(byte[] picture) => picture.Length < 24 ? "none" : Convert.ToHexString(picture, 16, 8);

    /// <summary>A page with something in each of its parts.</summary>
    private async Task ShowAllAsync(int width, bool dark)
    {
        await Page.SetViewportSizeAsync(width, 1000);
        await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        Sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceUserId, 2);
        Sandbox.Faults.Add(new SandboxFault { Method = "POST", PathContains = "/client/create", Status = 503, After = 2 });
        Sandbox.Faults.Add(new SandboxFault { Backend = SandboxBackend.DocSpace, Method = "DELETE", Send = SandboxPart.None, Then = SandboxEnding.Reset });
        await VisitAsync();
        await Provider("DocSpace").ListAsync().ToListAsync();
        await Provider("DynamicRegistration").CreateAsync(new ClientMetadata { ClientName = "Mobile app", RedirectUris = ["com.example.app:/cb"] });
        foreach (string name in new[] { "Orders", "Payroll", "Wiki" })
        {
            try
            {
                await Provider("AuthleteV3").CreateAsync(new ClientMetadata { ClientName = name, RedirectUris = [$"https://{name.ToLowerInvariant()}.example/cb"] });
            }
            catch (ClientManagementException exception) when (exception.Error.StatusCode == System.Net.HttpStatusCode.ServiceUnavailable)
            {
                // The fault of this fixture.
            }
        }

        await SendAsync("GET", "api/2.0/clients");
        await Expect(Requests.First).ToContainTextAsync("no x-signature");
        await Expect(Clients).ToHaveCountAsync(5);
    }
}
