using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>A state file holds what was answered, and the next sandbox goes on from there.</summary>
internal sealed class StateFileTests : FolderFixture
{
    private const string V2 = SandboxDefaults.ServiceApiKey, V3 = SandboxDefaults.ServiceId;
    private const string Portal = SandboxDefaults.Portal, Admin = SandboxDefaults.DocSpaceAdminId;

    private string Path => System.IO.Path.Combine(Folder, "state.json");

    [Test]
    public async Task Clients_of_all_dialects_are_the_same_after_a_restart()
    {
        JsonNode?[] stored;
        string service, portal, registered;
        await using (SandboxServer first = await StartAsync())
        {
            service = $"{first.Authlete.Seed(V2, 3, "dev")[1]} {first.Authlete.Seed(V3, 2)[0]}";
            portal = first.DocSpace.Seed(Portal, Admin, 2)[0];
            registered = first.DynamicRegistration.Seed(2)[0];
            first.Authlete.AddGrant(V3, 7, "subject", "openid", "email");
            first.DocSpace.AddConsent(Portal, Admin, portal, "files:read");
            stored = Stored(first);
        }

        await using SandboxServer second = await StartAsync();

        JsonNode?[] Stored(SandboxServer sandbox) =>
        [
            .. service.Split(' ').Select((id, i) => sandbox.Authlete.FindClient(i == 0 ? V2 : V3, long.Parse(id))),
            sandbox.DocSpace.FindClient(Portal, portal),
            sandbox.DynamicRegistration.FindClient(registered),
            new JsonArray(sandbox.DynamicRegistration.FindSecret(registered), sandbox.DynamicRegistration.FindToken(registered)),
            new JsonArray([.. sandbox.Authlete.ClientIds(V2).Select(id => (JsonNode)id)]),
            new JsonArray([.. sandbox.Authlete.TokenScopes(V3, 7, "subject").Select(s => (JsonNode)string.Join(' ', s))]),
            new JsonArray([.. sandbox.DocSpace.Consents(Portal, Admin).Select(c => (JsonNode)c)]),
            new JsonArray(sandbox.DocSpace.Count(Portal), sandbox.DynamicRegistration.Count),
        ];
        Assert.That(
            Stored(second).Select(n => n?.ToJsonString()),
            Is.EqualTo(stored.Select(n => n?.ToJsonString())).And.None.Null.And.None.EqualTo("[]"));
    }

    [Test]
    public async Task Whoever_was_answered_finds_it_there_although_the_process_was_killed()
    {
        await using SandboxServer first = await StartAsync();
        using HttpClient http = Client(first);

        JsonNode created = await SendAsync(http, HttpMethod.Post, "as/register", """{"redirect_uris": ["https://a.example/cb"]}""", SandboxDefaults.InitialAccessToken);

        await using SandboxServer second = await StartAsync(Copy());
        Assert.That(
            second.DynamicRegistration.FindToken($"{created["client_id"]}"), Is.EqualTo($"{created["registration_access_token"]}"));
    }

    [Test]
    public async Task A_change_that_takes_a_while_is_there_when_it_is_answered()
    {
        var slow = new DynamicRegistrationBehavior { UpdateDuration = TimeSpan.FromMilliseconds(20) };
        await using SandboxServer first = await StartAsync(options: new() { DynamicRegistration = new() { Behavior = slow } });
        using HttpClient http = Client(first);
        string id = first.DynamicRegistration.Seed(1)[0];

        await SendAsync(
            http, HttpMethod.Put, $"as/register/{id}", $$"""{"client_id": "{{id}}", "client_name": "B", "redirect_uris": ["https://b.example/cb"]}""", first.DynamicRegistration.FindToken(id)!);

        await using SandboxServer second = await StartAsync(Copy());
        Assert.That($"{second.DynamicRegistration.FindClient(id)?["client_name"]}", Is.EqualTo("B"));
    }

    [Test]
    public async Task A_committed_change_is_there_although_its_answer_was_lost()
    {
        await using SandboxServer first = await StartAsync();
        using HttpClient http = Client(first);
        first.Faults.Add(new SandboxFault { Method = "POST", Send = SandboxPart.None, Then = SandboxEnding.Reset });

        Assert.That(() => SendAsync(http, HttpMethod.Post, $"api/{V3}/client/create", "{}", SandboxDefaults.AccessToken), Throws.InstanceOf<HttpRequestException>());

        await using SandboxServer second = await StartAsync(Copy());
        Assert.That((second.Authlete.Count(V3), second.Faults.Snapshot().Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task What_a_GET_has_rotated_is_there()
    {
        await using SandboxServer first = await StartAsync();
        first.DynamicRegistration.Behavior = first.DynamicRegistration.Behavior with { RotatesOn = RegistrationOperations.Read };
        string id = first.DynamicRegistration.Seed(1)[0];
        using HttpClient http = Client(first);

        long vendor = first.Authlete.Seed(V3, 1)[0];

        JsonNode read = await SendAsync(http, HttpMethod.Get, $"as/register/{id}", null, first.DynamicRegistration.FindToken(id)!);
        await using (SandboxServer second = await StartAsync(Copy()))
            Assert.That(second.DynamicRegistration.FindToken(id), Is.EqualTo($"{read["registration_access_token"]}"));

        JsonNode rotated = await SendAsync(http, HttpMethod.Get, $"api/{V3}/client/secret/refresh/{vendor}", null, SandboxDefaults.AccessToken);
        await using (SandboxServer third = await StartAsync(Copy()))
            Assert.That($"{third.Authlete.FindClient(V3, vendor)!["clientSecret"]}", Is.EqualTo($"{rotated["newClientSecret"]}"));
    }

    [Test]
    public async Task Clock_initial_tokens_and_numbers_go_on_where_they_were()
    {
        var once = new DynamicRegistrationOptions { Behavior = new() { InitialAccess = RegistrationAccess.Once } };
        await using SandboxServer first = await StartAsync(options: new() { DynamicRegistration = once });
        using HttpClient http = Client(first);
        first.ClockOffset = TimeSpan.FromDays(-2);
        long before = first.Authlete.Seed(V2, 2)[1];
        string spare = first.DynamicRegistration.IssueInitialAccessToken();
        await SendAsync(http, HttpMethod.Post, "as/register", """{"redirect_uris": ["https://a.example/cb"]}""", SandboxDefaults.InitialAccessToken);

        await using SandboxServer second = await StartAsync(Copy(), new() { DynamicRegistration = once });
        using HttpClient again = Client(second);
        long after = second.Authlete.Seed(V2, 1)[0];

        Assert.That(
            () => SendAsync(again, HttpMethod.Post, "as/register", """{"redirect_uris": ["https://a.example/cb"]}""", SandboxDefaults.InitialAccessToken),
            Throws.InstanceOf<HttpRequestException>().With.Message.Contains("401").Or.Message.Contains("403"));
        await SendAsync(again, HttpMethod.Post, "as/register", """{"redirect_uris": ["https://a.example/cb"]}""", spare);
        Assert.That(
            (second.ClockOffset, Number(second, after) - Number(first, before)), Is.EqualTo((TimeSpan.FromDays(-2), 1)));

        static int Number(SandboxServer sandbox, long id) => sandbox.Authlete.FindClient(V2, id)!["number"]!.GetValue<int>();
    }

    [Test]
    public async Task Changed_switches_of_every_server_stay_changed_and_others_are_those_of_the_options(
        [ValueSource(typeof(DynamicRegistrationPresets), nameof(DynamicRegistrationPresets.Names))] string server)
    {
        await using (SandboxServer first = await StartAsync())
        {
            first.DynamicRegistration.Behavior = DynamicRegistrationPresets.Get(server);
        }

        await using SandboxServer second = await StartAsync(options: new() { DynamicRegistration = new() { Behavior = DynamicRegistrationPresets.Get("Hydra") } });

        using HttpClient http = Client(second);
        JsonNode kept = await SendAsync(http, HttpMethod.Get, "sandbox/registration", null, "");
        string expected = server == DynamicRegistrationPresets.Generic ? DynamicRegistrationPresets.Hydra : server;
        second.DynamicRegistration.Behavior = DynamicRegistrationPresets.Get(expected);
        Assert.That(kept.ToJsonString(), Is.EqualTo((await SendAsync(http, HttpMethod.Get, "sandbox/registration", null, "")).ToJsonString()));
    }

    [Test]
    public async Task A_reset_is_kept_at_once()
    {
        await using SandboxServer first = await StartAsync();
        using HttpClient http = Client(first);
        await SendAsync(http, HttpMethod.Post, $"api/{V3}/client/create", "{}", SandboxDefaults.AccessToken);
        string full = Copy();

        first.Reset();

        await using SandboxServer before = await StartAsync(full);
        await using SandboxServer after = await StartAsync(Copy());
        Assert.That((before.Authlete.Count(V3), after.Authlete.Count(V3)), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task What_a_client_has_is_kept_as_it_is()
    {
        JsonNode client = JsonNode.Parse($$"""{"deep": {{new string('[', 60)}}{{new string(']', 60)}}, "number": 1.50, "text": "\u0000 é <\ud83d\ude00>", "null": null}""")!;
        await using (SandboxServer first = await StartAsync())
        {
            first.Authlete.PutClient(V3, 1, client.AsObject());
        }

        await using SandboxServer second = await StartAsync();

        Assert.That(second.Authlete.FindClient(V3, 1)!.ToJsonString(), Is.EqualTo(client.ToJsonString()));
    }

    [Test]
    public async Task Nobody_but_its_owner_reads_it_and_nothing_else_stays_beside_it()
    {
        await using (SandboxServer sandbox = await StartAsync())
        {
            sandbox.Authlete.Seed(V3, 1);
        }

        Assert.That(Directory.GetFiles(Folder), Is.EqualTo(new[] { Path }));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(Path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task A_second_sandbox_on_the_file_is_refused_until_the_first_has_stopped()
    {
        await using (SandboxServer first = await StartAsync())
        {
            Assert.That(() => StartAsync(), Throws.ArgumentException.With.Message.Contains(Path).And.Message.Contains("is in use by another sandbox"));
        }

        await using SandboxServer second = await StartAsync();
    }

    [Test]
    public async Task A_link_to_the_file_is_the_file()
    {
        string link = System.IO.Path.Combine(Folder, "link.json");
        await using (SandboxServer first = await StartAsync())
        {
            first.Authlete.Seed(V3, 1);
            File.CreateSymbolicLink(link, "state.json");
            Assert.That(() => StartAsync(System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), link)), Throws.ArgumentException.With.Message.Contains("is in use"));
        }

        await using (SandboxServer second = await StartAsync(link))
        {
            second.Authlete.Seed(V3, 1);
        }

        await using SandboxServer third = await StartAsync();
        Assert.That((third.Authlete.Count(V3), new FileInfo(link).LinkTarget), Is.EqualTo((2, "state.json")));
    }

    [TestCase("", "is damaged")]
    [TestCase("{\"format\": 1, \"clo", "is damaged")]
    [TestCase("[]", "There is no format in it")]
    [TestCase("{\"ConnectionStrings\": {}}", "There is no format in it")]
    [TestCase("{\"format\": \"1\"}", "is damaged")]
    [TestCase("{\"format\": 1}", "is damaged")]
    [TestCase("{\"format\": 2, \"clients\": {}}", "has the format 2, and this version knows 1 alone")]
    public async Task A_file_that_is_none_stays_as_it_is(string content, string message)
    {
        await File.WriteAllTextAsync(Path, content);

        Assert.That(() => StartAsync(), Throws.ArgumentException.With.Message.StartsWith($"The state file '{Path}' ").And.Message.Contains(message));
        Assert.That((await File.ReadAllTextAsync(Path), Directory.GetFiles(Folder)), Is.EqualTo((content, new[] { Path })));
    }

    [Test]
    public async Task A_damaged_part_is_told_by_its_place()
    {
        await using (SandboxServer sandbox = await StartAsync())
        {
            sandbox.DynamicRegistration.Behavior = DynamicRegistrationPresets.Get("Hydra");
            sandbox.DocSpace.AddConsent(Portal, Admin, "x", "files:read");
        }

        string good = await File.ReadAllTextAsync(Path);
        foreach ((string from, string to, string place) in new[]
        {
            ("\"consents\": [", "\"consents\": [null, ", "null stands in a list"), ("\"lastNumber\": 1000", "\"lastNumber\": \"x\"", "$.authlete[0].lastNumber"),
            ("\"00:00:00\",", "\"90000.00:00:00\",", "clock"), ("\"createStatus\"", "\"newSwitch\"", "'newSwitch' is not known here"),
        })
        {
            string bad = good.Replace(from, to, StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path, bad);

            Assert.That(() => StartAsync(), Throws.ArgumentException.With.Message.Contains("is damaged").And.Message.Contains(place), to);
            Assert.That((await File.ReadAllTextAsync(Path), bad == good), Is.EqualTo((bad, false)));
        }
    }

    [Test]
    public async Task A_file_of_a_sandbox_with_other_services_or_portals_is_refused()
    {
        await using (SandboxServer sandbox = await StartAsync())
        {
            sandbox.Authlete.Seed(V3, 1);
        }

        string before = await File.ReadAllTextAsync(Path);

        Assert.That(
            () => StartAsync(options: new() { AuthleteServices = [new() { ServiceId = V2, AccessTokens = ["x"] }] }),
            Throws.ArgumentException.With.Message.Contains("is of a sandbox with other Authlete services").And.Message.Contains($"this one has {V2} (V3)"));
        Assert.That(
            () => StartAsync(options: new() { DocSpacePortals = [new() { TenantId = 2 }] }),
            Throws.ArgumentException.With.Message.Contains("is of a sandbox with other DocSpace portals"));
        Assert.That(await File.ReadAllTextAsync(Path), Is.EqualTo(before));
    }

    [Test]
    public async Task What_cannot_be_written_is_a_500_with_the_reason_and_is_written_when_it_can_be()
    {
        var told = new List<string>();
        string moved = Folder + "-moved";
        await using SandboxServer sandbox = await StartAsync(options: new() { StateFileFailed = told.Add });
        using HttpClient http = Client(sandbox);
        Directory.Move(Folder, moved);

        using HttpResponseMessage refused = await CreateAsync();
        string reason = await refused.Content.ReadAsStringAsync();
        using HttpResponseMessage read = await SendAsync(HttpMethod.Get, $"api/{V3}/client/get/list");
        Directory.Move(moved, Folder);
        using HttpResponseMessage created = await CreateAsync();

        await using SandboxServer second = await StartAsync(Copy());
        Assert.That(((int)refused.StatusCode, (int)read.StatusCode, (int)created.StatusCode), Is.EqualTo((500, 200, 201)));
        Assert.That(reason, Does.StartWith($"The state file '{Path}' cannot be written: Could not find").And.EqualTo(told.Single()));
        Assert.That(second.Authlete.Count(V3), Is.EqualTo(2));

        Task<HttpResponseMessage> CreateAsync() => SendAsync(HttpMethod.Post, $"api/{V3}/client/create");

        async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path);
            if (method == HttpMethod.Post)
                request.Content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            request.Headers.Authorization = new("Bearer", SandboxDefaults.AccessToken);
            return await http.SendAsync(request);
        }
    }

    [Test]
    public async Task An_end_at_which_nothing_can_be_written_is_told()
    {
        SandboxServer sandbox = await StartAsync();
        sandbox.Authlete.Seed(V3, 1);
        Directory.Delete(Folder, recursive: true);

        Assert.That(async () => await sandbox.DisposeAsync(), Throws.InstanceOf<IOException>().With.Message.StartsWith($"The state file '{Path}' cannot be written"));
    }

    private static HttpClient Client(SandboxServer sandbox) => new() { BaseAddress = sandbox.BaseAddress };

    private static async Task<JsonNode> SendAsync(HttpClient http, HttpMethod method, string path, string? body, string token)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using HttpResponseMessage response = await http.SendAsync(request);
        return JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private Task<SandboxServer> StartAsync(string? path = null, SandboxOptions? options = null) =>
        SandboxServer.StartAsync((options ?? new SandboxOptions()) with { StateFile = path ?? Path });

    // What a process leaves behind that is killed.
    private string Copy()
    {
        string copy = System.IO.Path.Combine(Folder, $"{Guid.NewGuid():N}.json");
        File.Copy(Path, copy);
        return copy;
    }
}
