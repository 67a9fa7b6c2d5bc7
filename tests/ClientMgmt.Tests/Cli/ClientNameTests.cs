namespace ClientMgmt.Tests.Cli;

/// <summary>Clients are called by their names where those are unique, and found in lists by what they are.</summary>
[TestFixture]
internal sealed class ClientNameTests : ToolFixture
{
    [Test]
    public async Task A_unique_name_will_do_in_place_of_an_id([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend backend)
    {
        string id = Seed(backend, 3)[1];
        string name = (await RunJsonAsync(backend, "client", "get", id))["client_name"]!;

        ToolResult found = await RunJsonAsync(backend, "client", "get", name);

        Assert.That((found.ExitCode, found["client_id"]), Is.EqualTo((0, id)), found.Error);
        Assert.That(found.Error, Is.EqualTo($"{name} is client {id}.\n"));
    }

    [Test]
    public async Task An_id_that_is_there_costs_no_list([ValueSource(typeof(Tool), nameof(Tool.Vendors))] Backend backend)
    {
        string id = Seed(backend, 2)[0];
        Tool.Sandbox.ClearRequests();

        await RunAsync(backend, "client", "get", id);
        await RunAsync(backend, "client", "disable", id);
        ToolResult deleted = await RunAsync(backend, "client", "delete", id, "--yes");

        Assert.That(deleted.ExitCode, Is.Zero, deleted.Error);
        Assert.That(Tool.Sandbox.Requests.Where(r => r.Target.Contains("list", StringComparison.Ordinal) || r.Target.Contains("limit=", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task An_id_wins_over_a_name()
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);
        await RunAsync(Backend.AuthleteV3, "client", "update", ids[1], "--client-name", ids[0]);

        ToolResult found = await RunJsonAsync(Backend.AuthleteV3, "client", "get", ids[0]);

        Assert.That(found["client_id"], Is.EqualTo(ids[0]));
    }

    [TestCase("client", "get", "Twin")]
    [TestCase("client", "delete", "Twin", "--yes")]
    [TestCase("client", "rotate-secret", "Twin")]
    public async Task A_name_of_several_is_an_error_that_lists_their_ids(params string[] command)
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);
        foreach (string id in ids)
        {
            await RunAsync(Backend.AuthleteV3, "client", "update", id, "--client-name", "Twin");
        }

        ToolResult result = await RunAsync(Backend.AuthleteV3, command);

        Assert.That((result.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((3, 2)), result.Error);
        Assert.That(result.Error, Is.EqualTo($"clientmgmt: several clients are named Twin: {ids[0]}, {ids[1]}; say which by its ID.\n"));
    }

    [Test]
    public async Task What_is_neither_an_id_nor_a_name_is_not_found([ValueSource(typeof(Tool), nameof(Tool.Backends))] Backend backend)
    {
        Seed(backend);

        Assert.That((await RunAsync(backend, "client", "get", "Nobody")).ExitCode, Is.EqualTo(5));
    }

    [Test]
    public async Task A_deletion_by_name_asks_with_the_id()
    {
        string id = Seed(Backend.AuthleteV3, 2)[0];
        Tool.Change = e => e with { Input = new StringReader("y\n"), InputIsTerminal = true, ErrorIsTerminal = true };

        ToolResult deleted = await RunJsonAsync(Backend.AuthleteV3, "client", "delete", "Client 1");

        Assert.That(deleted.Error, Does.Contain($"Delete client Client 1 ({id}) at AuthleteV3? There is no way back. [y/N] "));
        Assert.That((deleted.ExitCode, $"{deleted.Json[0]!["client_id"]}", Count(Backend.AuthleteV3)), Is.EqualTo((0, id, 1)), deleted.Error);
    }

    [Test]
    public async Task Changes_by_name_tell_the_ids_in_their_results()
    {
        string[] ids = Seed(Backend.AuthleteV3, 2);

        ToolResult disabled = await RunJsonAsync(Backend.AuthleteV3, "client", "disable", "Client 1", ids[1]);
        ToolResult rotated = await RunJsonAsync(Backend.AuthleteV3, "client", "rotate-secret", "Client 1");
        ToolResult updated = await RunJsonAsync(Backend.AuthleteV3, "client", "update", "Client 2", "--client-name", "Orders");
        ToolResult scopes = await RunJsonAsync(Backend.AuthleteV3, "scope", "set", "Orders", "openid");

        Assert.That(disabled.Json.AsArray().Select(r => $"{r!["client_id"]} {r["result"]}"), Is.EqualTo(ids.Select(i => $"{i} disabled")));
        Assert.That((rotated["client_id"], updated["client_id"], scopes["client_id"]), Is.EqualTo((ids[0], ids[1], ids[1])));
    }

    [Test]
    public async Task Several_names_cost_one_list()
    {
        Seed(Backend.AuthleteV3, 3);
        Tool.Sandbox.ClearRequests();

        ToolResult disabled = await RunAsync(Backend.AuthleteV3, "client", "disable", "Client 1", "Client 2", "Client 3");

        Assert.That(disabled.ExitCode, Is.Zero, disabled.Error);
        Assert.That(Tool.Sandbox.Requests.Count(r => r.Target.Contains("/get/list", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_about_a_client_updates_it_by_its_name()
    {
        string id = Seed(Backend.AuthleteV3)[0];
        Tool.Write("client.yaml", $"client_id: \"{id}\"\nclient_name: Client 1\nclient_uri: https://orders.example.com/\n");

        ToolResult updated = await RunJsonAsync(Backend.AuthleteV3, "client", "update", "Client 1", "-f", "client.yaml");

        Assert.That((updated.ExitCode, updated["client_uri"]), Is.EqualTo((0, "https://orders.example.com/")), updated.Error);
    }

    [TestCase("Client *", "Client 1,Client 2,Client 3")]
    [TestCase("client ?", "Client 1,Client 2,Client 3")]
    [TestCase("*2", "Client 2")]
    [TestCase("Client", "")]
    public async Task A_list_may_be_narrowed_by_a_pattern_of_the_name(string pattern, string names)
    {
        Seed(Backend.AuthleteV3, 3);

        Assert.That(await NamesAsync("--name", pattern), Is.EqualTo(names));
    }

    [TestCase("Client 2", "enabled=false")]
    [TestCase("Client 1,Client 3", "enabled=true")]
    [TestCase("Client 1", "redirect_uris=https://a.example.com/cb")]
    [TestCase("Client 2,Client 3", "redirect_uris=")]
    [TestCase("Client 3", "pkceRequired=true")]
    [TestCase("Client 1,Client 2", "pkceRequired=false")]
    [TestCase("Client 1", "pkceRequired=false", "enabled=true")]
    [TestCase("", "client_name=client 1")]
    public async Task A_list_may_be_narrowed_by_what_properties_are(string names, params string[] filters)
    {
        string[] ids = Seed(Backend.AuthleteV3, 3);
        await RunAsync(Backend.AuthleteV3, "client", "update", ids[0], "--redirect-uri", "https://a.example.com/cb", "--redirect-uri", "https://b.example.com/cb");
        await RunAsync(Backend.AuthleteV3, "client", "disable", ids[1]);
        await RunAsync(Backend.AuthleteV3, "client", "update", ids[2], "--set", "pkceRequired=true");

        Assert.That(await NamesAsync([.. filters.SelectMany(f => new[] { "--filter", f })]), Is.EqualTo(names));
    }

    [TestCase("redirect_uri=x", "--filter: no property is named 'redirect_uri'; did you mean redirect_uris?")]
    [TestCase("enabled", "--filter: write PROPERTY=VALUE.")]
    [TestCase("client_secret=x", "--filter: no property is named 'client_secret'")]
    public async Task A_filter_that_is_none_is_refused_before_anything_is_sent(string filter, string reason)
    {
        ToolResult list = await RunAsync(Backend.AuthleteV3, "client", "list", "--filter", filter);

        Assert.That((list.ExitCode, Tool.Sandbox.Requests.Count), Is.EqualTo((3, 0)));
        Assert.That(list.Error, Does.Contain(reason));
    }

    private async Task<string> NamesAsync(params string[] options)
    {
        ToolResult list = await RunJsonAsync(Backend.AuthleteV3, ["client", "list", .. options]);
        Assert.That(list.ExitCode, Is.Zero, list.Error);
        return string.Join(',', list.Json.AsArray().Select(c => $"{c!["client_name"]}"));
    }
}
