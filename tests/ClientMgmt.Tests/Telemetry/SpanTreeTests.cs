using System.Diagnostics;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>One span for an operation, and below it one for each request, whatever the operation is made of.</summary>
public sealed class SpanTreeTests : WatchedFixture
{
    private const string Root = "/api/4242/client";

    private static readonly WireAnswer s_client = WireAnswer.Ok(AuthleteOperations.Client);

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task Every_operation_is_one_span_with_its_requests_below_it(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend, watch: Watch));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(
            (Watch.Operation.OperationName, Parents(Watch.Attempts)),
            Is.EqualTo(($"ClientMgmt {row.Operation}", Repeat(Watch.Operation, row.Exchanges.Length))));
    }

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.All))]
    public async Task Every_span_ends(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend, watch: Watch));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(Watch.Spans.Select(s => s.IsStopped), Is.All.True);
    }

    [Test]
    public async Task The_callers_span_is_above()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: Watch).OnAny(s_client);
        using Activity caller = new Activity("caller").Start();

        await host.Clients.GetAsync("17");

        Assert.That((Watch.Operation.ParentSpanId, Activity.Current), Is.EqualTo((caller.SpanId, caller)));
    }

    [Test]
    public async Task A_retry_is_a_span_beside_the_first_attempt()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, Retry, time: new InstantTime(), watch: Watch)
            .On($"GET {Root}/get/17", WireAnswer.Of(503), WireAnswer.Of(500), s_client);

        await host.Clients.GetAsync("17");

        Assert.That(
            (Parents(Watch.Attempts), Watch.Attempts.Select(s => s.GetTagItem("http.request.resend_count"))),
            Is.EqualTo((Repeat(Watch.Operation, 3), new object?[] { null, 1, 2 })));
    }

    [Test]
    public async Task The_pages_of_a_list_are_below_it_while_the_callers_own_span_stays_current()
    {
        using WireHost host = Pages();
        using Activity caller = new Activity("caller").Start();
        var current = new List<Activity?>();

        await foreach (OAuthClient _ in host.Clients.ListAsync(new() { PageSize = 1 }))
        {
            current.Add(Activity.Current);
            await Task.Yield();
            current.Add(Activity.Current);
        }

        Assert.That(
            (Parents(Watch.Attempts), Watch.Operation.ParentSpanId, current.Append(Activity.Current)),
            Is.EqualTo((Repeat(Watch.Operation, 2), caller.SpanId, Enumerable.Repeat(caller, 5))));
    }

    [Test]
    public async Task A_callers_span_between_two_items_is_no_parent_of_the_next_page()
    {
        using WireHost host = Pages();

        await foreach (OAuthClient _ in host.Clients.ListAsync(new() { PageSize = 1 }))
        {
            using Activity between = new Activity("between").Start();
        }

        Assert.That(Parents(Watch.Attempts), Is.EqualTo(Repeat(Watch.Operation, 2)));
    }

    [Test]
    public async Task A_list_that_is_left_early_ends_without_an_error()
    {
        using WireHost host = Pages();

        await host.Clients.ListAsync(new() { PageSize = 1 }).FirstAsync();

        Assert.That((Watch.Operation.IsStopped, Watch.Operation.Status), Is.EqualTo((true, ActivityStatusCode.Unset)));
    }

    [Test]
    public void A_list_that_is_refused_at_once_is_told_too()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: Watch);

        Assert.That(() => host.Clients.ConsentViews.ListInfoAsync(), Throws.TypeOf<OperationNotSupportedException>());

        Assert.That(
            (Watch.Operation.OperationName, Watch.Operation.Status), Is.EqualTo(("ClientMgmt ListInfo", ActivityStatusCode.Error)));
    }

    [Test]
    public async Task The_exchange_of_a_credential_and_its_renewal_are_below_the_operation_that_needs_them()
    {
        using WireHost host = WireHost.For(
                Backend.DocSpace, p => (p.Signature, p.ApiKey) = (null, new Secret(WireHost.ApiKey)), watch: Watch)
            .On("GET /api/2.0/security/oauth2/token", Signature("first"), Signature("second"))
            .On("GET /api/2.0/scopes", WireAnswer.Of(403), WireAnswer.Ok("[]"));

        await host.Clients.Scopes.ListScopesAsync();

        Assert.That(
            (Parents(Watch.Attempts), Watch.Attempts.Select(s => $"{s.OperationName} {s.GetTagItem("http.request.resend_count")}")),
            Is.EqualTo((Repeat(Watch.Operation, 4), new[]
            {
                "GET /api/2.0/security/oauth2/token ", "GET /api/2.0/scopes ",
                "GET /api/2.0/security/oauth2/token ", "GET /api/2.0/scopes 1",
            })));
    }

    [Test]
    public async Task A_read_back_is_below_the_change_that_it_settles()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: Watch)
            .On($"DELETE {Root}/delete/17", WireAnswer.Of(500)).On($"GET {Root}/get/17", WireAnswer.Of(404, UnknownClientTests.NoSuchClient));

        await host.Clients.DeleteAsync("17");

        Assert.That(
            (Parents(Watch.Attempts), Watch.Operation.Status), Is.EqualTo((Repeat(Watch.Operation, 2), ActivityStatusCode.Unset)));
    }

    [Test]
    public async Task A_refusal_is_the_only_attempt_of_the_operation_that_failed()
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, watch: Watch).OnAny(WireAnswer.Of(400, "{}"));

        await Calls.CatchAsync(host.Clients, ClientOperation.Delete, "17");

        Assert.That(
            (Watch.Attempts.Count, Watch.Attempts.Select(s => s.GetTagItem("clientmgmt.operation"))),
            Is.EqualTo((1, Enumerable.Repeat("Delete", 1))));
    }

    [Test]
    public async Task Nothing_is_made_where_nobody_listens()
    {
        Watch.Dispose();
        Activity? seen = null;
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((_, _) =>
        {
            seen = Activity.Current;
            return Task.FromResult(s_client.ToResponse());
        });

        await host.Clients.GetAsync("17");

        Assert.That(seen, Is.Null);
    }

    // A server sees which attempt it answers.
    [Test]
    public async Task Each_attempt_carries_the_trace_to_the_server()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3, watch: Watch);
        OAuthClient client = await host.CreateAsync();
        host.Sandbox.Reset();

        await Calls.CatchAsync(host.Clients, ClientOperation.Update, client.ClientId);

        string[] sent = [.. host.Sandbox.Requests.Select(r => r.Headers["traceparent"])];
        string trace = Watch.Spans[^1].TraceId.ToHexString();
        Assert.That((sent.Length, sent.Distinct().Count()), Is.EqualTo((sent.Length, sent.Length)));
        Assert.That(sent, Is.Not.Empty.And.All.StartsWith($"00-{trace}-"));
    }

    private static void Retry(ProviderOptions provider)
    {
        provider.Resilience.MaxRetryAttempts = 2;
        provider.Resilience.AttemptTimeout = Timeout.InfiniteTimeSpan;
        provider.Resilience.TotalTimeout = Timeout.InfiniteTimeSpan;
        provider.Resilience.CredentialTimeout = Timeout.InfiniteTimeSpan;
    }

    private static WireAnswer Signature(string value) => WireAnswer.Ok($$"""{"response":"{{value}}-signature"}""");

    private static IEnumerable<ActivitySpanId> Parents(IEnumerable<Activity> spans) => spans.Select(s => s.ParentSpanId);

    private static IEnumerable<ActivitySpanId> Repeat(Activity parent, int count) => Enumerable.Repeat(parent.SpanId, count);

    private WireHost Pages() => WireHost.For(Backend.AuthleteV3, watch: Watch)
        .On($"GET {Root}/get/list?start=0&end=1", WireAnswer.Ok("""{"clients":[{"clientId":1}],"totalCount":2}"""))
        .On($"GET {Root}/get/list?start=1&end=2", WireAnswer.Ok("""{"clients":[{"clientId":2}],"totalCount":2}"""));
}
