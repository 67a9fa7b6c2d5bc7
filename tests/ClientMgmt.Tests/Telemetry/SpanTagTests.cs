using System.Diagnostics;
using System.Net;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>What spans say, by the semantic conventions for HTTP clients.</summary>
public sealed class SpanTagTests
{
    private Watch _watch = null!;

    [SetUp]
    public void Start() => _watch = new Watch();

    [TearDown]
    public void Stop() => _watch.Dispose();

    [Test]
    public async Task The_source_has_the_name_and_version_of_the_library()
    {
        using WireHost host = Answering(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(
            (_watch.Operation.Source.Name, _watch.Operation.Source.Version),
            Is.EqualTo(("ClientMgmt", typeof(IClientManagement).Assembly.GetName().Version!.ToString(3))));
    }

    [Test]
    public async Task An_operation_says_what_it_is_and_nothing_else()
    {
        using WireHost host = Answering(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(Tags(_watch.Operation), Is.EqualTo(new[] { "clientmgmt.operation=Get", $"clientmgmt.provider={_watch.Provider}" }));
    }

    [Test]
    public async Task An_attempt_follows_the_conventions()
    {
        using WireHost host = Answering(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(Tags(_watch.Attempts.Single()), Is.EqualTo(new[]
        {
            "clientmgmt.operation=Get",
            $"clientmgmt.provider={_watch.Provider}",
            "http.request.method=GET",
            "http.response.status_code=200",
            "network.protocol.version=1.1",
            "server.address=backend.example.test",
            "server.port=443",
            "url.scheme=https",
            "url.template=/api/{serviceId}/client/get/{clientId}",
        }));
    }

    [Test]
    public async Task Its_name_is_the_method_and_the_template_of_the_path()
    {
        using WireHost host = Answering(WireAnswer.Ok("{}"));

        await Calls.CatchAsync(host.Clients, ClientOperation.GetGrantedScopes, "17");

        Assert.That(_watch.Attempts[0].DisplayName, Is.EqualTo("GET /api/{serviceId}/client/granted_scopes/get/{clientId}"));
    }

    [Test]
    public async Task A_sampler_sees_all_that_is_known_before_the_answer()
    {
        using WireHost host = Answering(WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");

        Assert.That(_watch.Sampled.Last().Select(t => t.Key), Is.EquivalentTo(new[]
        {
            "clientmgmt.operation", "clientmgmt.provider", "http.request.method", "server.address", "server.port", "url.scheme",
            "url.template",
        }));
    }

    [TestCase(200, null, ActivityStatusCode.Unset)]
    [TestCase(302, null, ActivityStatusCode.Unset)]
    [TestCase(404, "404", ActivityStatusCode.Error)]
    [TestCase(429, "429", ActivityStatusCode.Error)]
    [TestCase(500, "500", ActivityStatusCode.Error)]
    public async Task The_status_of_an_attempt_is_an_error_from_400_on(int status, string? error, ActivityStatusCode expected)
    {
        using WireHost host = Answering(WireAnswer.Of(status, AuthleteOperations.Client));

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        Activity attempt = _watch.Attempts[0];
        Assert.That(
            (attempt.GetTagItem("http.response.status_code"), attempt.GetTagItem("error.type"), attempt.Status, attempt.StatusDescription),
            Is.EqualTo(((object)status, (object?)error, expected, (string?)null)));
    }

    [TestCase(HttpRequestError.ConnectionError, "connection_error")]
    [TestCase(HttpRequestError.NameResolutionError, "name_resolution_error")]
    [TestCase(HttpRequestError.ResponseEnded, "response_ended")]
    [TestCase(HttpRequestError.Unknown, "System.Net.Http.HttpRequestException")]
    public async Task A_connection_that_fails_goes_by_the_words_of_NET(HttpRequestError error, string expected)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: _watch)
            .OnAny((_, _) => throw new HttpRequestException(error, "message"));

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        Activity attempt = _watch.Attempts[0];
        Assert.That(
            (attempt.GetTagItem("error.type"), attempt.Status, attempt.GetTagItem("http.response.status_code")),
            Is.EqualTo(((object)expected, ActivityStatusCode.Error, (object?)null)));
    }

    [Test]
    public async Task Every_kind_of_failed_connection_has_a_word()
    {
        HttpRequestError[] kinds = [.. Enum.GetValues<HttpRequestError>().Where(e => e != HttpRequestError.Unknown)];
        var next = new Queue<HttpRequestError>(kinds);
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: _watch)
            .OnAny((_, _) => throw new HttpRequestException(next.Dequeue(), "message"));

        foreach (HttpRequestError _ in kinds)
        {
            await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");
        }

        Assert.That(
            _watch.Attempts.Select(s => s.GetTagItem("error.type")),
            Is.EqualTo(kinds.Select(k => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(k.ToString()))));
    }

    [Test]
    public async Task A_body_that_breaks_off_is_an_error_after_a_status()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: _watch).OnAny((_, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new BrokenContent() }));

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        Activity attempt = _watch.Attempts[0];
        Assert.That(
            (attempt.GetTagItem("http.response.status_code"), attempt.GetTagItem("error.type"), attempt.Status),
            Is.EqualTo(((object)200, (object)"response_ended", ActivityStatusCode.Error)));
    }

    [Test]
    public async Task An_attempt_that_takes_too_long_is_a_timeout()
    {
        using WireHost host = WireHost.For(
            Backend.AuthleteV3, p => p.Resilience.TotalTimeout = Timeout.InfiniteTimeSpan, time: new InstantTime(), watch: _watch)
            .OnAny(async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return new HttpResponseMessage();
            });

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        Assert.That(_watch.Attempts[0].GetTagItem("error.type"), Is.EqualTo("timeout"));
    }

    [Test]
    public async Task An_attempt_that_the_caller_ends_is_none()
    {
        using var cancellation = new CancellationTokenSource();
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: _watch).OnAny(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return new HttpResponseMessage();
        });

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", cancellation.Token);

        Assert.That(
            _watch.Spans.Select(s => s.GetTagItem("error.type")), Is.All.EqualTo("System.OperationCanceledException"));
    }

    [Test]
    public async Task A_failed_operation_says_what_happened_in_the_librarys_own_words()
    {
        using WireHost host = Answering(WireAnswer.Of(429, """{"resultMessage":"words of the server"}"""));

        await Calls.CatchAsync(host.Clients, ClientOperation.Get, "17");

        Activity operation = _watch.Operation;
        Assert.That(
            (operation.GetTagItem("error.type"), operation.Status, operation.StatusDescription),
            Is.EqualTo(((object)"ClientMgmt.RateLimitedException", ActivityStatusCode.Error, "too many requests.")));
    }

    [Test]
    public async Task What_the_callers_own_code_says_is_not_repeated()
    {
        using WireHost host = Answering(WireAnswer.Ok(AuthleteOperations.Client));

        try
        {
            await host.Clients.UpdateAsync("17", _ => throw new NotSupportedException("words of the caller"));
        }
        catch (NotSupportedException)
        {
        }

        Activity operation = _watch.Operation;
        Assert.That(
            (operation.GetTagItem("error.type"), operation.Status, operation.StatusDescription),
            Is.EqualTo(((object)"System.NotSupportedException", ActivityStatusCode.Error, (string?)null)));
    }

    private static IEnumerable<string> Tags(Activity span) =>
        span.TagObjects.Select(t => $"{t.Key}={t.Value}").Order(StringComparer.Ordinal);

    private WireHost Answering(WireAnswer answer) => WireHost.For(Backend.AuthleteV3, watch: _watch).OnAny(answer);

    private sealed class BrokenContent : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "It broke off.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
