namespace ClientMgmt.Tests.Wire;

/// <summary>Where requests go for each way to write a base address or a path prefix.</summary>
public sealed class AddressTests
{
    private static IEnumerable<TestCaseData> Addresses() =>
        from backend in WireHost.WithBaseAddress
        from address in new[]
        {
            ("https://b.example.test", "https://b.example.test"),
            ("https://b.example.test/", "https://b.example.test"),
            ("https://b.example.test:8443/", "https://b.example.test:8443"),
            ("http://127.0.0.1:5000", "http://127.0.0.1:5000"),
            ("https://b.example.test/proxy/o%20auth", "https://b.example.test/proxy/o%20auth"),
            ("https://b.example.test/proxy/o%20auth/", "https://b.example.test/proxy/o%20auth"),
            ("https://b.example.test/to/http://c", "https://b.example.test/to/http://c"),
        }
        select new TestCaseData(backend, address.Item1, address.Item2);

    [TestCaseSource(nameof(Addresses))]
    public async Task A_base_address_keeps_its_path_with_and_without_a_slash_at_the_end(Backend backend, string address, string root)
    {
        WireOperation get = WireOperations.Of(backend, ClientOperation.Get);
        using WireHost host = WireHost.For(backend, p => p.BaseAddress = new Uri(address)).OnAny(get.Main.Answer);

        await get.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Single().Url, Is.EqualTo(root + get.Lines(WireOperation.Id).Single()["GET ".Length..]));
    }

    private static IEnumerable<WireOperation> NewPaths() => DocSpaceOperations.All("/api/2.0/oauth2");

    [TestCaseSource(nameof(NewPaths))]
    public async Task The_second_path_prefix_of_docspace_is_used_for_every_operation(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(Backend.DocSpace, p => p.PathPrefix = "api/2.0/oauth2"));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Select(r => r.Line), Is.EqualTo(row.Lines(WireOperation.Id)));
    }

    [TestCase("api/2.0/oauth2/")]
    [TestCase("/api/2.0/oauth2")]
    public async Task A_path_prefix_may_have_slashes_around_it(string prefix)
    {
        using WireHost host = WireHost.For(Backend.DocSpace, p => p.PathPrefix = prefix)
            .OnAny(WireAnswer.Ok(DocSpaceOperations.Client));

        await host.Clients.GetAsync(WireOperation.Id);

        Assert.That(host.Requests.Single().Line, Is.EqualTo("GET /api/2.0/oauth2/clients/17"));
    }

    [Test]
    public async Task The_path_prefix_is_replaced_once_even_if_an_id_looks_like_it()
    {
        using WireHost host = WireHost.For(Backend.DocSpace, p => p.PathPrefix = "api/2.0/oauth2")
            .OnAny(WireAnswer.Ok(DocSpaceOperations.Client));

        await host.Clients.GetAsync("api/2.0");

        Assert.That(host.Requests.Single().Line, Is.EqualTo("GET /api/2.0/oauth2/clients/api%2F2.0"));
    }
}
