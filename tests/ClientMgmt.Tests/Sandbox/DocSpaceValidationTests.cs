using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using static ClientMgmt.Sandbox.DocSpaceGeneration;

namespace ClientMgmt.Tests.Sandbox;

public sealed class DocSpaceValidationTests
{
    private static readonly DocSpacePortalOptions s_unlimited = new() { Limits = DocSpaceLimits.None };

    [TestCase("name", "\"\"", "EmptyFieldError,ErrorName")]
    [TestCase("name", "null", "EmptyFieldError")]
    [TestCase("name", "\"    \"", "EmptyFieldError")]
    [TestCase("name", "\"ab\"", "ErrorName")]
    [TestCase("name", "\" \"", "EmptyFieldError,ErrorName")]
    [TestCase("name", "\"\u3000\u3000\u3000\"", "EmptyFieldError")]
    [TestCase("logo", "\"https://example.com/logo.png\"", "ErrorPattern,ErrorPattern")]
    [TestCase("logo", "\"   \"", "EmptyFieldError,ErrorPattern,ErrorPattern")]
    [TestCase("logo", "\"\"", "EmptyFieldError,ErrorPattern")]
    [TestCase("logo", "\"data:image/gif;base64,AAAA\"", "ErrorPattern")]
    [TestCase("logo", "\"data:image/PNG;base64,AAAA\"", "ErrorPattern")]
    [TestCase("logo", "\"data:image/png;base64,\"", "ErrorPattern")]
    [TestCase("logo", "\"data:image/png;base64,AA=\"", "ErrorPattern")]
    [TestCase("logo", "\"data:image/png;base64,AA,AA\"", "ErrorPattern")]
    [TestCase("website_url", "\"https://localhost\"", "ErrorWrongURL")]
    [TestCase("website_url", "\"\"", "EmptyFieldError,ErrorWrongURL")]
    [TestCase("redirect_uris", "null", "EmptyFieldError,ErrorWrongURL")]
    [TestCase("redirect_uris", "[]", "ErrorName")]
    [TestCase("redirect_uris", "[\"urn:x\"]", "ErrorWrongURL")]
    [TestCase("scopes", "[]", "EmptyFieldError")]
    [TestCase("scopes", "[\"novel\"]", "ErrorInvalidScope")]
    public async Task Each_violation_is_an_entry_of_its_own(string field, string value, string codes)
    {
        await using RawClient raw = await RawClient.StartAsync(s_unlimited);
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b[field] = JsonNode.Parse(value)));
        IEnumerable<(string, string)> errors = answer["errors"]!.AsArray().Select(e => ((string)e!["field"]!, (string)e["code"]!));
        Assert.That(errors, Is.EquivalentTo(codes.Split(',').Select(code => (field, code))));
    }

    [Test]
    public async Task The_order_of_entries_changes_from_call_to_call()
    {
        await using RawClient raw = await RawClient.StartAsync(s_unlimited);
        Answer first = await raw.Office("POST", "clients", new JsonObject());
        Answer second = await raw.Office("POST", "clients", new JsonObject());
        Assert.That(second["errors"]!.ToJsonString(), Is.Not.EqualTo(first["errors"]!.ToJsonString()));
    }

    [TestCase("\u00A0\u00A0\u00A0", 201)]
    [TestCase("\u200B\u200B\u200B", 201)]
    [TestCase("\U0001F600x", 201)]
    [TestCase("\U0001F600", 400)]
    public async Task A_name_is_measured_in_utf16_units_and_blank_by_the_servers_rules(string name, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["name"] = name));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_column_counts_characters_so_that_128_of_two_units_are_stored()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["name"] = string.Concat(Enumerable.Repeat("\U0001F600", 128))));
        Assert.That(answer.Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Thirteen_uris_are_too_many_unless_duplicates_collapse([Values] bool duplicates)
    {
        await using RawClient raw = await RawClient.StartAsync();
        JsonNode[] uris = [.. Enumerable.Range(0, 13).Select(i => (JsonNode)$"https://a.example/{(duplicates ? i / 2 : i)}")];
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["redirect_uris"] = new JsonArray(uris)));
        Assert.That(answer.Status, Is.EqualTo(duplicates ? 201 : 400));
    }

    [TestCase(256_000, 201)]
    [TestCase(256_001, 400)]
    public async Task A_logo_has_at_most_256000_bytes(int bytes, int status)
    {
        await using RawClient raw = await RawClient.StartAsync();
        string logo = "data:image/svg+xml;base64," + Convert.ToBase64String(new byte[bytes]);
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["logo"] = logo));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [TestCase("https://example.com")]
    [TestCase("http://www.example.com:8080/path/a-b_c.html?x=1&y=2#z")]
    [TestCase("https://192.0.2.1/x")]
    [TestCase("https://999.1.1.1/")]
    [TestCase("https://example.com:65536")]
    [TestCase("https://-example-.com")]
    [TestCase("https://www.acme.technology")]
    [TestCase("https://www.example-site.com")]
    [TestCase("https://acme.photo-graphy.technology")]
    public async Task Page_urls_that_pass(string url) => Assert.That(await StatusOfPageUrl(url), Is.EqualTo((201, false)));

    [TestCase("https://localhost")]
    [TestCase("https://intranet/path")]
    [TestCase("ftp://example.com")]
    [TestCase("HTTPS://example.com")]
    [TestCase("https://exa_mple.com")]
    [TestCase("https://example.xn--p1ai")]
    [TestCase("https://user@example.com")]
    [TestCase("https://example.com?x=1")]
    [TestCase("https://example.com#x")]
    [TestCase("https://example.com/a%20b")]
    [TestCase("https://example.c")]
    [TestCase("https://example.com:")]
    public async Task Page_urls_that_fail_the_first_check_are_named_in_errors(string url) =>
        Assert.That(await StatusOfPageUrl(url), Is.EqualTo((400, true)));

    [TestCase("example.com")]
    [TestCase("https://example.com/a!b")]
    [TestCase("https://example.com/[x]")]
    [TestCase("https://example.technology")]
    [TestCase("https://www.example.technology")]
    public async Task Page_urls_that_fail_the_second_check_are_not(string url) =>
        Assert.That(await StatusOfPageUrl(url), Is.EqualTo((400, false)));

    [TestCase("http://localhost:3000/cb", true)]
    [TestCase("HTTPS://Example.com", true)]
    [TestCase("http://[::1]:8080/cb", true)]
    [TestCase("https://*.example.com", true)]
    [TestCase("https://example.com/a?b=c#d", true)]
    [TestCase("https://example.com/a%20b", true)]
    [TestCase("claude:x", true)]
    [TestCase("https:///path", true)]
    [TestCase("https://user:pass@example.com", true)]
    [TestCase("https://münchen.example", true)]
    [TestCase("https:/a", true)]
    [TestCase("https:foo", true)]
    [TestCase("https://example.com:-1", true)]
    [TestCase("https://.", true)]
    [TestCase("https://*/cb", true)]
    [TestCase("https://example.com:", true)]
    [TestCase("https://?x", true)]
    [TestCase("https://example.com/?a=[b]#[c]", true)]
    [TestCase("https://", false)]
    [TestCase("claude:", false)]
    [TestCase("claude://", false)]
    [TestCase("https://example.com:abc", false)]
    [TestCase("https://example.com:-2", false)]
    [TestCase("http://::1/", false)]
    [TestCase("https://[::1", false)]
    [TestCase("https://example.com/[a]", false)]
    [TestCase("https://example.com/#a#b", false)]
    [TestCase("https://example.com/\u00A0", false)]
    [TestCase("myapp://callback", false)]
    [TestCase("urn:ietf:wg:oauth:2.0:oob", false)]
    [TestCase("/relative", false)]
    [TestCase("https:", false)]
    [TestCase("https://example.com/a b", false)]
    [TestCase("https://example.com/a%2", false)]
    [TestCase("https://example.com/<x>", false)]
    public async Task Redirect_uris(string uri, bool passes)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["redirect_uris"] = new JsonArray(uri)));
        Assert.That(answer.Status, Is.EqualTo(passes ? 201 : 400));
    }

    [TestCase(255, DocSpaceStorage.SelfHosted, 201)]
    [TestCase(256, DocSpaceStorage.SelfHosted, 500)]
    [TestCase(256, DocSpaceStorage.Saas, 201)]
    [TestCase(257, DocSpaceStorage.SelfHosted, 400)]
    public async Task A_name_of_256_passes_the_check_and_fails_in_the_store(int length, DocSpaceStorage storage, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Storage = storage });
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["name"] = new string('x', length)));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task A_url_longer_than_its_column_fails_in_the_store([Values("website_url", "redirect_uris")] string field)
    {
        await using RawClient raw = await RawClient.StartAsync();
        string url = "https://www.example.com/".PadRight(256, 'x');
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b[field] = field == "website_url" ? url : new JsonArray(url)));
        Assert.That(answer.Status, Is.EqualTo(500));
    }

    [TestCase("{", Version31, 500)]
    [TestCase("{", Version37, 500)]
    [TestCase("{", Next, 500)]
    [TestCase("{} x", Version31, 400)]
    [TestCase("{} x", Version37, 500)]
    [TestCase("""{"is_public":"x"}""", Next, 500)]
    [TestCase("""{"public":"x"}""", Next, 500)]
    [TestCase("""{"allow_pkce":1.5}""", Next, 500)]
    [TestCase("", Version37, 500)]
    [TestCase("""{"name":{}}""", Version37, 500)]
    [TestCase("""{"redirect_uris":"https://a.example"}""", Version37, 500)]
    public async Task Bodies_that_cannot_be_read(string body, DocSpaceGeneration generation, int status)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        Answer answer = await raw.SendAsync("POST", "api/2.0/clients", body, raw.Signed(), ("User-Agent", "raw"));
        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Old_generations_join_the_messages_into_a_reason()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = Version31 });
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["name"] = ""));
        Assert.That(
            ((string)answer["reason"]!).Split(", "),
            Is.EquivalentTo(new[] { "must not be empty", "has to have 3 to 256 characters" }),
            "They do not name the field.");
    }

    [Test]
    public async Task Old_generations_answer_nothing_to_an_unknown_scope()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = Version31 });
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["scopes"] = new JsonArray("novel")));
        Assert.That((answer.Status, answer.Text), Is.EqualTo((400, "")));
    }

    [TestCase(Version37, "scopes", "application/json")]
    [TestCase(Version37, "redirect_uris", "application/problem+json")]
    [TestCase(Next, "scopes", "application/problem+json")]
    public async Task The_unknown_scope_alone_was_a_problem_of_plain_JSON_type(DocSpaceGeneration generation, string field, string mediaType)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b[field] = new JsonArray("novel")));
        Assert.That(answer.MediaType, Is.EqualTo(mediaType));
    }

    [Test]
    public async Task A_problem_names_the_path_as_it_was_sent()
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("GET", "oauth2/clients/x");
        Assert.That(
            ((string)answer["title"]!, (int)answer["status"]!, (string)answer["instance"]!, answer["errors"]),
            Is.EqualTo(("Not Found", 404, "/api/2.0/oauth2/clients/x", (JsonNode?)null)));
    }

    [TestCase(Version31, """{"reason":"access denied"}""")]
    [TestCase(Version37, "Access denied")]
    public async Task A_denied_role_says_so(DocSpaceGeneration generation, string expected)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = generation });
        Answer answer = await raw.Office("GET", "clients", user: SandboxDefaults.DocSpaceGuestId);
        Assert.That(answer.Text, Does.Contain(expected));
    }

    [Test]
    public async Task An_old_generation_answers_nothing_to_a_failure_of_the_store()
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Generation = Version31 });
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["name"] = new string('x', 256)));
        Assert.That((answer.Status, answer.Text), Is.EqualTo((500, "")));
    }

    private static async Task<(int Status, bool Named)> StatusOfPageUrl(string url)
    {
        await using RawClient raw = await RawClient.StartAsync();
        Answer answer = await raw.Office("POST", "clients", Bodies.Create(b => b["website_url"] = url));
        return (answer.Status, answer.Json.AsObject().ContainsKey("errors"));
    }
}
