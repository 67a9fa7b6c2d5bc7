using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Sandbox.Corpus;
using static ClientMgmt.Sandbox.DocSpaceGeneration;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>What answers have in common: headers, connections, sessions, and the refusals that come before an operation.</summary>
public sealed class DocSpaceAnswerTests
{
    private const string Clients = "/api/2.0/clients";

    [Test]
    public async Task Every_answer_has_the_six_headers_and_a_body_in_chunks()
    {
        RawExchange answer = await GetAsync(Next, Clients);
        string[] names = ["X-Content-Type-Options", "X-XSS-Protection", "Cache-Control", "Pragma", "Expires", "X-Frame-Options"];
        Assert.That(answer.Headers.Keys, Is.SupersetOf(names));
        Assert.That((answer.Headers["Transfer-Encoding"], answer.Headers.ContainsKey("Content-Length")), Is.EqualTo(("chunked", false)));
    }

    [TestCase("/info", true)]
    [TestCase("?limit=x", true)]
    [TestCase("/x", false)]
    [TestCase("/x/y", false)]
    [TestCase("", false)]
    public async Task The_connection_ends_after_400_and_500_only(string path, bool ends)
    {
        RawExchange answer = await GetAsync(Next, Clients + path);
        Assert.That(answer.Headers.TryGetValue("Connection", out string? value) ? value : null, Is.EqualTo(ends ? "close" : null));
    }

    [Test]
    public async Task A_connection_is_worn_out_after_100_requests()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Limits = DocSpaceLimits.None });
        for (int i = 1; i < 100; i++)
            Assert.That((await raw.Office("GET", "scopes")).Header("Connection"), Is.Null);
        Assert.That((await raw.Office("GET", "scopes")).Header("Connection"), Is.EqualTo("close"));
    }

    [TestCase("/x/y", "", "JSESSIONID")]
    [TestCase("/x/y", "JSESSIONID=1", null)]
    [TestCase("", "x-signature=refused", null)]
    [TestCase("", "x-signature", "JSESSIONID")]
    public async Task A_session_begins_where_the_signature_was_not_the_reason(string path, string cookie, string? session)
    {
        RawExchange answer = await GetAsync(Version37, Clients + path, ("Cookie", cookie));
        string? begun = answer.Headers.TryGetValue("Set-Cookie", out string? value) ? value.Split('=')[0] : null;
        Assert.That((answer.Status, answer.Body, begun), Is.EqualTo((403, "", session)));
    }

    [TestCase("OPTIONS", "/api/2.0/clients", 200, "GET,HEAD,POST,DELETE,OPTIONS")]
    [TestCase("OPTIONS", "/api/2.0/clients/x/regenerate", 200, "PATCH,OPTIONS")]
    [TestCase("PATCH", "/api/2.0/clients/info", 403, "GET, PUT, DELETE")]
    [TestCase("PUT", "/api/2.0/clients/info", 400, null)]
    [TestCase("HEAD", "/api/2.0/clients", 200, null)]
    public async Task Methods_are_those_of_all_operations_of_a_path(string method, string path, int status, string? allow)
    {
        RawExchange answer = await SendAsync(Next, method, path, "{}", ("Content-Type", "application/json"));
        Assert.That((answer.Status, answer.Headers.TryGetValue("Allow", out string? value) ? value : null), Is.EqualTo((status, allow)));
    }

    [TestCase(Version31, "garbage", 500, null)]
    [TestCase(Version31, "application/problem+json", 500, "application/problem+json")]
    [TestCase(Version31, "text/html", 403, null)]
    [TestCase(Next, "garbage", 403, null)]
    [TestCase(Next, "application/problem+json", 403, null)]
    [TestCase(Next, "application/json;charset=utf-8", 200, "application/json;charset=utf-8")]
    [TestCase(Next, "text/html, application/*;q=0.1", 200, "application/json")]
    public async Task The_Accept_header_is_looked_at(DocSpaceGeneration generation, string accept, int status, string? type)
    {
        RawExchange answer = await GetAsync(generation, Clients, ("Accept", accept));
        Assert.That((answer.Status, answer.Headers.TryGetValue("Content-Type", out string? value) ? value : null), Is.EqualTo((status, type)));
    }

    [TestCase("application/json;charset=utf-16", 500)]
    [TestCase("application/json;charset=iso-8859-1", 400)]
    [TestCase("application/json;charset=unheard", 403)]
    [TestCase("application/merge-patch+json", 403)]
    public async Task A_body_is_read_in_the_encoding_that_its_type_names(string type, int status)
    {
        RawExchange answer = await SendAsync(Next, "POST", Clients, "{}", ("Content-Type", type));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase("a%2Fb", 400)]
    [TestCase("a%5Cb", 400)]
    [TestCase("a\\b", 400)]
    [TestCase("%", 400)]
    [TestCase("..", 403)]
    [TestCase("%2e", 403)]
    [TestCase("x;a=b", 403)]
    [TestCase("%C3%BC", 404)]
    public async Task Odd_paths_are_refused_by_the_web_server_or_the_check_behind_it(string id, int status)
    {
        RawExchange answer = await GetAsync(Next, $"{Clients}/{id}");
        Assert.That((answer.Status, answer.Headers.ContainsKey("Cache-Control")), Is.EqualTo((status, status == 404)));
    }

    [TestCase(Version31, 8_000, 200)]
    [TestCase(Version31, 9_000, 400)]
    [TestCase(Next, 9_000, 200)]
    [TestCase(Next, 33_000, 400)]
    public async Task Headers_have_a_limit_that_was_raised(DocSpaceGeneration generation, int length, int status)
    {
        RawExchange answer = await GetAsync(generation, Clients, ("X-Long", new string('x', length - 800)));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase(Version31, "\\uD83D\\uDE00")]
    [TestCase(Next, "\U0001F600")]
    public async Task Characters_of_two_units_were_escaped(DocSpaceGeneration generation, string written)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["name"] = "\U0001F600 one"));
        Assert.That(answer.Text, Does.Contain($"\"name\":\"{written} one\""));
    }

    [Test]
    public async Task Half_of_a_pair_is_answered_as_it_was_sent_and_stored_as_a_question_mark()
    {
        await using RawClient raw = await RawClient.StartAsync();
        string body = Bodies.Create().ToJsonString().Replace("\"Example\"", "\"one \\uD83D\"", StringComparison.Ordinal);
        Answer answer = await raw.SendAsync("POST", "api/2.0/clients", body, raw.Signed(), ("User-Agent", "raw"));
        string id = raw.Server.DocSpace.ClientIds(SandboxDefaults.Portal).Single();
        Assert.That(answer.Text, Does.Contain("\"one \\uD83D\""));
        Assert.That((string)raw.Server.DocSpace.FindClient(SandboxDefaults.Portal, id)!["name"]!, Is.EqualTo("one ?"));
    }

    [TestCase(Version31, "1.0.0", "/api/2.0/clients", 3)]
    [TestCase(Version37, "1.1.1", "/api/2.0/oauth2/clients", 3)]
    [TestCase(Next, "1.2.0", "/api/2.0/oauth2/clients", 5)]
    public async Task The_description_tells_the_generation_to_everybody(DocSpaceGeneration generation, string version, string path, int required)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        Answer answer = await raw.SendAsync("GET", "docs", null);
        Assert.That(
            ((string)answer["info"]!["version"]!, answer["paths"]!.AsObject().ContainsKey(path), answer["components"]!["schemas"]!["UpdateClientRequest"]!["required"]!.AsArray().Count),
            Is.EqualTo((version, true, required)));
    }

    [TestCase(SandboxDefaults.DocSpaceAdminId, "GET", "clients/x", "Client with ID x for tenant 1 was not found")]
    [TestCase(SandboxDefaults.DocSpaceUserId, "GET", "clients/x", "Client with ID x for tenant 1 and user " + SandboxDefaults.DocSpaceUserId + " was not found")]
    [TestCase(SandboxDefaults.DocSpaceUserId, "DELETE", "clients/x", "Client with id x for tenant 1 and user user@sandbox.example was not found")]
    [TestCase(SandboxDefaults.DocSpaceUserId, "GET", "clients/x/public/info", "Client with id x was not found")]
    public async Task A_404_says_where_a_client_was_looked_for(string user, string method, string path, string detail)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office(method, path, user: user);
        Assert.That((string)answer["detail"]!, Is.EqualTo(detail));
    }

    private static Task<RawExchange> GetAsync(DocSpaceGeneration generation, string path, params (string, string)[] headers) =>
        SendAsync(generation, "GET", path, null, headers);

    private static async Task<RawExchange> SendAsync(
        DocSpaceGeneration generation, string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        (string Name, string Value)[] all = [raw.Signed(), ("User-Agent", "raw"), .. headers];
        return await RawExchange.SendAsync(raw.Server.BaseAddress, method, path, all.Select(h => KeyValuePair.Create(h.Name, h.Value)), body);
    }
}
