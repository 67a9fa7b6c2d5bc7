using System.Diagnostics;
using System.Net;
using System.Text;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Answers that were once read as something else.</summary>
public sealed class MutationFindingTests
{
    private const int Bound = 20;

    [TestCase(Backend.AuthleteV3, "{\"newClientSecret\":\"")]
    [TestCase(Backend.DocSpace, "{\"client_secret\":\"")]
    public async Task A_secret_with_bytes_that_are_no_utf8_is_an_unexpected_answer(Backend backend, string start)
    {
        using WireHost host = Answering(backend, [.. Encoding.UTF8.GetBytes(start), 0xC0, 0xAE, .. "\"}"u8]);

        Assert.That(async () => await host.Clients.RotateSecretAsync("17"), Throws.TypeOf<UnexpectedResponseException>());
    }

    [Test]
    public async Task A_text_with_half_of_a_surrogate_pair_is_read_as_it_is()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok("""{"newClientSecret":"a\ud800\n\"b"}"""));

        Secret secret = await host.Clients.RotateSecretAsync("17");

        Assert.That(secret.Reveal(), Is.EqualTo("a\ud800\n\"b"));
    }

    [TestCase("true")]
    [TestCase("false")]
    public async Task A_secret_that_is_a_boolean_is_none(string value)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3)
            .On("GET /api/4242/client/secret/refresh/17", WireAnswer.Ok($$"""{"newClientSecret":{{value}}}"""))
            .On("GET /api/4242/client/get/17", WireAnswer.Ok(AuthleteOperations.Client));

        Secret secret = await host.Clients.RotateSecretAsync("17");

        Assert.That(secret.Reveal(), Is.EqualTo(AuthleteOperations.StoredSecret));
    }

    [Test]
    public async Task Of_two_lists_with_one_name_the_last_one_counts()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3)
            .OnAny(WireAnswer.Ok("""{"latestGrantedScopes":["admin"],"latestGrantedScopes":["read"]}"""));

        GrantedScopes granted = await host.Clients.Grants.GetGrantedScopesAsync("17", "ann");

        Assert.That(granted.Latest, Is.EqualTo(["read"]));
    }

    [TestCase("""{"clientId":17,"a":1,}""")]
    [TestCase("""{"clientId":17/* comment */}""")]
    [TestCase("""{'clientId':17}""")]
    [TestCase("""{clientId:17}""")]
    [TestCase("""{"clientId":17} and more""")]
    [TestCase("""{"a":1,}""")]
    [TestCase("""{"clientId":17,"x":NaN}""")]
    public async Task What_is_not_json_is_an_unexpected_answer(string body)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Ok(body));

        Assert.That(async () => await host.Clients.GetAsync("17"), Throws.TypeOf<UnexpectedResponseException>());
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"clientName":"Old","client_name":"Old"}""")]
    public async Task An_update_of_a_client_that_was_read_without_an_id_sends_nothing(string body)
    {
        foreach (Backend backend in WireHost.Backends)
        {
            using WireHost host = WireHost.For(backend).OnAny(WireAnswer.Ok(body));

            Exception? error = await WireOperations.Of(backend, ClientOperation.Update).CatchAsync(host);

            Assert.That((error?.GetType(), host.Requests.Count), Is.EqualTo((typeof(UnexpectedResponseException), 1)), $"{backend}");
        }
    }

    [TestCase("\ufeff", "1e3")]
    [TestCase("\ufeff", "0.12345678901234567890123456789012345")]
    [TestCase("", "{\"\\ud800\":1,\"\\ud801\":2}")]
    [TestCase("", "\"\\ud800\"")]
    [TestCase("", "\"ü😀\\u2028\"")]
    public async Task An_update_sends_back_what_it_did_not_understand(string start, string value)
    {
        string document = $$"""{"clientId":17,"clientName":"Old","future":{{value}},"\ud802":1}""";
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnClient(start + document);

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        string expected = document.Replace("Old", "New", StringComparison.Ordinal);
        Assert.That(Normalized(host.Requests[1].Body!), Is.EqualTo(Normalized(expected)));
    }

    [TestCase(60)]
    public async Task A_deeply_nested_value_is_sent_back(int depth)
    {
        string future = Nested(depth);
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnClient($$"""{"clientId":17,"future":{{future}}}""");

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(host.Requests[1].Body, Does.Contain(future));
    }

    // A client that was registered is read back, so that the answer to that need not be readable.
    private static IEnumerable<TestCaseData> TooDeep() =>
        from row in WireOperations.WithAnswer
        where (row.Backend, row.Operation) != (Backend.DynamicRegistration, ClientOperation.Create)
        where row.Variant is null && row.Refused is null && row.Operation != ClientOperation.GetRequestableScopes
        from depth in new[] { 65, 1_000, 100_000 }
        select new TestCaseData(row, depth);

    [TestCaseSource(nameof(TooDeep))]
    public async Task An_answer_of_more_levels_than_64_is_an_error_of_the_library(WireOperation row, int depth)
    {
        using WireHost host = row.Prepare(
                WireHost.For(row.Backend), new WireAnswer(row.Main.Answer.Status, $$"""{"clientId":17,"client_id":"17","future":{{Nested(depth)}}}"""))
            .OnEveryOther(WireAnswer.Of(500));

        Exception? error = await row.CatchAsync(host);

        Assert.That(error, Is.InstanceOf<UnexpectedResponseException>());
    }

    [TestCase(400)]
    [TestCase(500)]
    public async Task An_error_body_of_many_levels_does_not_hide_the_error(int status)
    {
        using WireHost host = WireHost.For(Backend.DocSpace).OnAny(WireAnswer.Of(status, $$"""{"detail":"x","future":{{Nested(100_000)}}}"""));

        Exception? error = await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        Assert.That(error, Is.InstanceOf<ClientManagementException>());
    }

    private static IEnumerable<TestCaseData> Large()
    {
        const int Many = 250_000;
        string exact = string.Join(',', Enumerable.Repeat("1e3", Many));
        string names = string.Join(',', Enumerable.Range(0, Many).Select(i => $"\"n{i}\":1"));
        string same = string.Join(',', Enumerable.Repeat($"\"n{Many - 1}\":2", Many));
        yield return new TestCaseData($"[{exact}]").SetArgDisplayNames("exact numbers");
        yield return new TestCaseData($"{{{names},{same}}}").SetArgDisplayNames("members of one name");
        yield return new TestCaseData($"{{{names}}}").SetArgDisplayNames("members");
        yield return new TestCaseData($"\"{new string('x', 10_000_000)}\"").SetArgDisplayNames("a long text");
        yield return new TestCaseData(new string('9', 10_000_000)).SetArgDisplayNames("a long number");
    }

    [TestCaseSource(nameof(Large))]
    public async Task A_large_answer_is_read_in_a_time_that_grows_with_its_length(string value)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnClient($$"""{"clientId":17,"future":{{value}}}""");
        long started = Stopwatch.GetTimestamp();

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(Stopwatch.GetElapsedTime(started).TotalSeconds, Is.LessThan(Bound));
    }

    // Half of a surrogate pair has no form but its escape, and all else is the same with or without one.
    private static string Normalized(string json) => MutationJson.Text(MutationJson.Parse(Encoding.UTF8.GetBytes(json)));

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"d\":", depth)) + "1" + new string('}', depth);

    private static WireHost Answering(Backend backend, byte[] body) => WireHost.For(backend)
        .OnAny((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) }));
}
