using Microsoft.Playwright;

namespace ClientMgmt.PageTests;

/// <summary>Chromium as the system has it, for all tests; without one they are skipped.</summary>
[SetUpFixture]
public sealed class Browser
{
    /// <summary>A name that any web site may have lead to this machine.</summary>
    public const string ReboundName = "rebound.example";

    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;

    [OneTimeSetUp]
    public async Task Launch()
    {
        if (Array.Find(s_places, File.Exists) is not { } executable)
            return;
        Assertions.SetDefaultExpectTimeout(30_000);
        s_playwright = await Playwright.CreateAsync();
        s_browser = await s_playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", $"--host-resolver-rules=MAP {ReboundName} 127.0.0.1"],
        });
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (s_browser is not null)
            await s_browser.CloseAsync();
        s_playwright?.Dispose();
    }

    /// <summary>A window of its own, with nothing of another test.</summary>
    public static Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null)
    {
        if (s_browser is null)
            Assert.Ignore($"There is no Chromium: none of {string.Join(", ", s_places)}. Install the package chromium.");
        return s_browser!.NewContextAsync(options);
    }
}
