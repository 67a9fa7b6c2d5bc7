using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Cli;

/// <summary>Clients move, and applications go on with the ids and the secrets that they have.</summary>
[TestFixture]
internal sealed class KeptCredentialsTests : ToolFixture
{
    private const string Mapping = "clientmgmt-mapping.json";

    private static readonly string[] s_move =
        ["copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--keep-secrets", "--keep-client-ids", "--yes", "--output", "json"];

    [Test]
    public async Task Twenty_five_applications_get_tokens_before_and_after_a_move_with_the_same_credentials()
    {
        (string Id, string Secret)[] applications = Applications(25);
        string[] before = await TokensAsync(Backend.AuthleteV2, applications);

        ToolResult move = await Tool.RunAsync([.. s_move, "--all"]);

        string[] after = await TokensAsync(Backend.AuthleteV3, applications);
        string[] wrong = await TokensAsync(Backend.AuthleteV3, [.. applications.Select(a => (a.Id, "another"))]);
        Assert.That((move.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((0, 25)), move.Error);
        Assert.That((before, after, wrong), Is.EqualTo((All("OK"), All("OK"), All("INVALID_CLIENT"))));
        Assert.That(applications.Select(a => a.Secret).Where(s => (move.Output + move.Error).Contains(s, StringComparison.Ordinal)), Is.Empty);

        string[] All(string action) => [.. Enumerable.Repeat(action, 25)];
    }

    [Test]
    public async Task The_plan_says_of_each_client_what_it_keeps()
    {
        (string id, string secret) = Applications(1)[0];

        ToolResult text = await Tool.RunAsync("copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--all", "--keep-secrets", "--keep-client-ids", "--dry-run");
        ToolResult json = await Tool.RunAsync([.. s_move, "--all", "--dry-run"]);

        JsonNode client = json.Json["clients"]![0]!;
        Assert.That(text.Output, Does.StartWith($"+ copy Client 1 ({id}), keeping the id {id} and its secret\n"));
        Assert.That((text.ExitCode, $"{client["kept_client_id"]}", (bool)client["keeps_secret"]!, Count(Backend.AuthleteV3)), Is.EqualTo((2, id, true, 0)));
        Assert.That(text.Error, Does.Contain("ids are kept as clientIdAlias: a service may refuse one that begins with http:// or https://."));
        Assert.That(text.Output + text.Error + json.Output, Does.Not.Contain(secret));
    }

    [Test]
    public async Task The_mapping_holds_the_secret_that_was_kept_and_the_next_run_has_nothing_to_do()
    {
        (string _, string secret) = Applications(1)[0];

        await Tool.RunAsync([.. s_move, "--all"]);
        Tool.Sandbox.ClearRequests();
        ToolResult again = await Tool.RunAsync([.. s_move, "--all"]);

        Assert.That(Record()["client_secret"]!.ToString(), Is.EqualTo(secret));
        Assert.That((again.ExitCode, again.Json["results"]![0]!["result"]!.ToString()), Is.EqualTo((0, "there already")), again.Error);
        Assert.That(Tool.Sandbox.Requests.Select(r => r.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public async Task A_secret_that_could_not_be_set_is_told_with_code_6_and_set_by_the_next_run()
    {
        (string Id, string Secret)[] applications = Applications(1);
        Tool.Sandbox.Faults.Add(new SandboxFault { Status = 400, When = r => r.Target.Contains("/secret/update/", StringComparison.Ordinal) });

        ToolResult cut = await Tool.RunAsync([.. s_move, "--all"]);
        JsonNode result = cut.Json["results"]![0]!;
        ToolResult plan = await Tool.RunAsync("copy", "--from", "AuthleteV2", "--to", "AuthleteV3", "--all", "--keep-secrets", "--keep-client-ids", "--dry-run");
        ToolResult again = await Tool.RunAsync([.. s_move, "--all"]);

        Assert.That((cut.ExitCode, $"{result["result"]}", $"{result["not_stored"]![0]}"), Is.EqualTo((6, "failed", "client_secret")), cut.Error);
        Assert.That(cut.Told, Does.Contain($"The client was created as {result["target_id"]}, but is not certain to have the secret of the source; run this again"));
        Assert.That(plan.ExitCode, Is.EqualTo(2), plan.Error);
        Assert.That(plan.Output, Does.StartWith("~ there already Client 1"));
        Assert.That((again.ExitCode, $"{again.Json["results"]![0]!["result"]}"), Is.EqualTo((0, "secret set")), again.Error);
        Assert.That(await TokensAsync(Backend.AuthleteV3, applications), Is.EqualTo(new[] { "OK" }));
    }

    [Test]
    public async Task A_secret_that_the_copy_got_since_stays()
    {
        Applications(1);
        await Tool.RunAsync([.. s_move, "--all"]);
        string id = $"{Record()["target_id"]}";
        await RunAsync(Backend.AuthleteV3, "client", "rotate-secret", id, "--yes");
        string? rotated = Stored(Backend.AuthleteV3, id)["clientSecret"]?.ToString();

        ToolResult again = await Tool.RunAsync([.. s_move, "--all"]);

        Assert.That((again.ExitCode, Stored(Backend.AuthleteV3, id)["clientSecret"]?.ToString()), Is.EqualTo((0, rotated)), again.Error);
    }

    [Test]
    public async Task A_secret_that_the_target_would_not_take_is_refused_before_anything_is_sent()
    {
        Applications(1, Backend.AuthleteV2, ("clientSecret", "a secret with spaces"));

        ToolResult copy = await Tool.RunAsync([.. s_move, "--all"]);

        Assert.That((copy.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((1, 0)), copy.Error);
        Assert.That(copy.Told, Does.Contain("would not take. A secret has 1 to 86 characters of A-Z, a-z, 0-9, -, _.").And.Not.Contain("a secret with spaces"));
    }

    [TestCase(Backend.AuthleteV3, Backend.DocSpace, "--keep-secrets", "cannot keep its secret at DocSpace: the server alone chooses secrets")]
    [TestCase(Backend.AuthleteV3, Backend.DocSpace, "--keep-client-ids", "DocSpace chooses the ids, and a client there answers to no other")]
    public async Task A_target_that_cannot_keep_them_is_refused_before_anything_is_sent(Backend from, Backend to, string option, string reason)
    {
        Applications(1, from);

        ToolResult copy = await Tool.RunAsync("copy", "--from", $"{from}", "--to", $"{to}", "--all", "--allow-loss", option, "--yes");

        Assert.That((copy.ExitCode, Count(to)), Is.EqualTo((1, 0)), copy.Error);
        Assert.That(copy.Told, Does.Contain(reason));
        Assert.That(Tool.Sandbox.Requests.Select(r => r.Method), Is.All.EqualTo("GET"));
    }

    [Test]
    public async Task Secrets_that_only_a_read_by_id_tells_are_kept_too()
    {
        string id = Seed(Backend.DocSpace)[0];
        string? secret = (await RunJsonAsync(Backend.DocSpace, "client", "get", id, "--show-secrets"))["client_secret"];

        ToolResult copy = await Tool.RunAsync("copy", "--from", "DocSpace", "--to", "AuthleteV3", "--all", "--allow-loss", "--keep-secrets", "--keep-client-ids", "--yes");

        JsonObject stored = Stored(Backend.AuthleteV3, $"{Record()["target_id"]}");
        Assert.That((copy.ExitCode, $"{stored["clientSecret"]}", $"{stored["clientIdAlias"]}"), Is.EqualTo((0, secret, id)), copy.Error);
    }

    [Test]
    public async Task An_id_to_which_another_client_answers_already_is_refused()
    {
        (string id, string _) = Applications(1)[0];
        string owner = Seed(Backend.AuthleteV3)[0];
        await RunAsync(Backend.AuthleteV3, "client", "update", owner, "--client-name", "Other", "--set", $"clientIdAlias={id}");

        ToolResult copy = await Tool.RunAsync([.. s_move, "--all"]);

        Assert.That((copy.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((1, 1)), copy.Error);
        Assert.That(copy.Told, Does.Contain($"cannot keep its id: {owner} at AuthleteV3 answers to {id} already."));
    }

    [Test]
    public async Task A_client_with_two_ids_is_refused_because_its_copy_has_place_for_one()
    {
        string id = Applications(1, Backend.AuthleteV2, ("clientIdAlias", "orders"), ("clientIdAliasEnabled", true))[0].Id;

        ToolResult copy = await Tool.RunAsync([.. s_move, id]);

        Assert.That((copy.ExitCode, Count(Backend.AuthleteV3)), Is.EqualTo((1, 0)), copy.Error);
        Assert.That(copy.Told, Does.Contain("answers to its id and to its alias orders"));
    }

    [Test]
    public async Task From_v3_the_alias_is_the_id_that_is_kept_and_v2_gets_the_switch_as_well()
    {
        (string Id, string Secret)[] own = Applications(1, Backend.AuthleteV3, ("clientIdAlias", "orders"));

        ToolResult copy = await Tool.RunAsync("copy", "--from", "AuthleteV3", "--to", "AuthleteV2", "--all", "--allow-loss", "--keep-secrets", "--keep-client-ids", "--yes");

        Assert.That((copy.ExitCode, Stored(Backend.AuthleteV2, $"{Record()["target_id"]}")["clientIdAliasEnabled"]?.ToString()), Is.EqualTo((0, "true")), copy.Error);
        Assert.That(await TokensAsync(Backend.AuthleteV2, ("orders", own[0].Secret)), Is.EqualTo(new[] { "OK" }));
    }

    private JsonNode Record() => JsonNode.Parse(File.ReadAllText(Tool.Path(Mapping)))![0]!;

    private JsonObject Stored(Backend provider, string id) => Tool.Sandbox.Authlete.FindClient(Service(provider), long.Parse(id))!;

    // Clients that authenticate with their secrets, as applications without a user do.
    private (string Id, string Secret)[] Applications(
        int count, Backend provider = Backend.AuthleteV2, params (string Name, JsonNode Value)[] extra) =>
    [
        .. Seed(provider, count).Select(id =>
        {
            JsonObject client = Stored(provider, id);
            client["clientType"] = "CONFIDENTIAL";
            client["tokenAuthMethod"] = "CLIENT_SECRET_BASIC";
            client["grantTypes"] = new JsonArray("CLIENT_CREDENTIALS");
            foreach ((string name, JsonNode value) in extra)
            {
                client[name] = value;
            }

            Tool.Sandbox.Authlete.PutClient(Service(provider), long.Parse(id), client);
            return (id, client["clientSecret"]!.ToString());
        }),
    ];

    // An authorization server asks Authlete what to answer to the application.
    private async Task<string[]> TokensAsync(Backend provider, params (string Id, string Secret)[] applications)
    {
        using var http = new HttpClient { BaseAddress = Tool.Sandbox.BaseAddress };
        string path = provider == Backend.AuthleteV2 ? "api/auth/token" : $"api/{Service(provider)}/auth/token";
        http.DefaultRequestHeaders.Authorization = provider == Backend.AuthleteV2
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{SandboxDefaults.ServiceApiKey}:{SandboxDefaults.ServiceApiSecret}")))
            : new AuthenticationHeaderValue("Bearer", SandboxDefaults.AccessToken);
        var actions = new List<string>();
        foreach ((string id, string secret) in applications)
        {
            using HttpResponseMessage answer = await http.PostAsJsonAsync(
                path, new { parameters = "grant_type=client_credentials", clientId = id, clientSecret = secret });
            actions.Add((await answer.Content.ReadFromJsonAsync<JsonObject>())!["action"]!.ToString());
        }

        return [.. actions];
    }
}
