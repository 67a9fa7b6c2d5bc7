using System.Diagnostics;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A list requests what is asked for, page by page or ahead.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class ListLeavingTests(ProviderCase provider)
{
    private const int Clients = 7;

    private Watch _watch = null!;
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _watch = new Watch();
        _host = await TestHost.StartAsync(provider, watch: _watch);
        for (int i = 0; i < Clients; i++)
        {
            await _host.CreateAsync($"Client {i}");
        }
    }

    [SetUp]
    public void Clear() => _host.Sandbox.ClearRequests();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        _watch.Dispose();
    }

    [Test]
    public async Task What_fits_one_page_takes_one_request()
    {
        List<OAuthClient> clients = await _host.Clients.ListAsync(new ClientListOptions { PageSize = 2 }).Take(2).ToListAsync();

        Assert.That((clients.Count, _host.Sandbox.Requests.Count), Is.EqualTo((2, provider.IsReadOneByOne ? 2 : 1)));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(5)]
    public async Task Leaving_a_list_early_is_no_error(int clients)
    {
        int before = _watch.Spans.Count;

        await _host.Clients.ListAsync(new ClientListOptions { PageSize = 2 }).Take(clients).CountAsync();

        Assert.That(_watch.Spans.Skip(before).Select(s => s.Status), Is.Not.Empty.And.None.EqualTo(ActivityStatusCode.Error));
    }

    [Test]
    public async Task Without_reading_ahead_each_page_is_requested_when_it_is_needed()
    {
        var requests = new List<int>();

        await foreach (OAuthClient _ in _host.Clients.ListAsync(new ClientListOptions { PageSize = 2, ReadAhead = 1 }))
        {
            requests.Add(_host.Sandbox.Requests.Count);
        }

        // Behind the first, the pages of DocSpace are as large as can be.
        Assert.That(requests, Is.EqualTo(provider.Backend == Backend.DocSpace ? new[] { 1, 1, 2, 2, 2, 2, 2 }
            : provider.IsReadOneByOne ? [2, 2, 4, 4, 6, 6, 7]
            : [1, 1, 2, 2, 3, 3, 4]));
    }

    [Test]
    public async Task Cursors_lead_through_all_pages()
    {
        var ids = new List<string>();
        var sizes = new List<int>();
        ClientPage? page = null;
        do
        {
            page = await _host.Clients.ListPageAsync(new ClientListOptions { PageSize = 3, Cursor = page?.NextCursor });
            sizes.Add(page.Clients.Count);
            ids.AddRange(page.Clients.Select(c => c.ClientId));
        }
        while (page.NextCursor is not null && sizes.Count < 10);

        List<string> all = await _host.Clients.ListAsync().Select(c => c.ClientId).ToListAsync();
        Assert.That(ids, Is.EqualTo(all));
        Assert.That(sizes.Take(3), Is.EqualTo([3, 3, 1]));
    }

    [TestCase("")]
    [TestCase("no cursor of this provider")]
    [TestCase("-1")]
    public async Task A_foreign_cursor_is_refused(string cursor)
    {
        // An id is the cursor there, and any text may be one.
        if (provider.IsReadOneByOne)
        {
            ClientPage page = await _host.Clients.ListPageAsync(new ClientListOptions { Cursor = cursor });
            Assert.That(page.Clients.Select(c => c.ClientId), Is.All.GreaterThan(cursor).Using((IComparer<string>)StringComparer.Ordinal));
            return;
        }

        Assert.That(() => _host.Clients.ListPageAsync(new ClientListOptions { Cursor = cursor }), Throws.InstanceOf<ArgumentException>());
        Assert.That(_host.Sandbox.Requests, Is.Empty);
    }
}
