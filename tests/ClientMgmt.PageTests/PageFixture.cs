using System.Text;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClientMgmt.PageTests;

/// <summary>A sandbox, its page in a browser, and a program that uses the library.</summary>
public abstract class PageFixture
{
    private IBrowserContext _context = null!;
    private ServiceProvider _services = null!;

    protected SandboxServer Sandbox { get; private set; } = null!;

    protected IPage Page { get; set; } = null!;

    /// <summary>What ran into an error on the page, or was kept from running.</summary>
    protected List<string> Complaints { get; } = [];

    [SetUp]
    public async Task Start()
    {
        Sandbox = await SandboxServer.StartAsync();
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(Sandbox.Settings).Build();
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection("ClientManagement"));
        _services = services.BuildServiceProvider();
        Complaints.Clear();
        _context = await Browser.OpenAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        _context.SetDefaultTimeout(30_000);
        Page = await _context.NewPageAsync();
        Page.Console += (_, message) => Keep(message.Type is "error" or "warning", message.Text);
        Page.PageError += (_, error) => Keep(true, error);
    }

    [TearDown]
    public async Task Stop()
    {
        if (_context is not null)
            await _context.DisposeAsync();
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    protected IClientManagement Provider(string name) => _services.GetRequiredKeyedService<IClientManagement>(name);

    /// <summary>The page, once it is told what happens.</summary>
    protected async Task VisitAsync()
    {
        await Page.GotoAsync(Sandbox.BaseAddress.AbsoluteUri);
        await Page.GetByText("live", new() { Exact = true }).WaitForAsync();
        await Page.Locator("#settings").GetByText("ClientManagement").WaitForAsync();
    }

    protected ILocator Requests => Page.Locator("#request-list > li");

    protected ILocator Clients => Page.Locator("#client-list > li");

    protected ILocator Faults => Page.Locator("#fault-list > li");

    protected async Task<HttpResponseMessage> SendAsync(string method, string path, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.SendAsync(request);
    }

    private void Keep(bool isOne, string text)
    {
        if (!isOne)
            return;
        lock (Complaints)
            Complaints.Add(text);
    }
}
