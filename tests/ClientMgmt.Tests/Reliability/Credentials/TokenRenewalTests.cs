using System.Net;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A bearer token that the server refuses is renewed by the application's callback.</summary>
public sealed class TokenRenewalTests
{
    private const int Callers = 100;

    private static readonly WireAnswer s_unauthorized = WireAnswer.Of(401);
    private static readonly WireAnswer s_notValid = WireAnswer.Of(403, """{"resultCode":"A458101","resultMessage":"[A458101] no"}""");

    private int _calls;

    [SetUp]
    public void Reset() => _calls = 0;

    private static IEnumerable<TestCaseData> Operations() =>
        from row in AuthleteOperations.For(Backend.AuthleteV3)
        where row.Exchanges.Length == 1
        from refusal in new[] { s_unauthorized, s_notValid }
        select new TestCaseData(row, refusal).SetArgDisplayNames($"{row}", $"{(int)refusal.Status}");

    [TestCaseSource(nameof(Operations))]
    public async Task It_is_renewed_once_and_the_request_sent_again(WireOperation row, WireAnswer refusal)
    {
        using WireHost host = Host().On(row.Lines(WireOperation.Id).Single(), refusal, row.Main.Answer);

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(host.Requests.Select(r => r.Header("Authorization")), Is.EqualTo(["Bearer token-1", "Bearer token-2"]));
    }

    [TestCaseSource(nameof(Operations))]
    public async Task It_is_not_renewed_twice_for_a_request(WireOperation row, WireAnswer refusal)
    {
        using WireHost host = Host().On(row.Lines(WireOperation.Id).Single(), refusal).OnEveryOther(refusal);

        Exception? error = await row.CatchAsync(host);

        string line = row.Lines(WireOperation.Id).Single();
        Assert.That(
            (error?.GetType(), host.Requests.TakeWhile(r => r.Line == line).Take(3).Count()),
            Is.EqualTo((typeof(AccessDeniedException), 2)));
    }

    [Test]
    public async Task A_callback_that_supplies_the_same_token_again_causes_no_replay()
    {
        using WireHost host = Host(_ => "token").OnAny(s_unauthorized);

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That((error?.GetType(), _calls, host.Requests.Count), Is.EqualTo((typeof(AccessDeniedException), 2, 1)));
    }

    [Test]
    public async Task The_new_token_serves_the_calls_that_follow()
    {
        using WireHost host = Host().On(
            $"GET {AuthleteOperations.Root(Backend.AuthleteV3)}/get/17", s_unauthorized, WireAnswer.Ok(AuthleteOperations.Client));

        await host.Clients.GetAsync("17");
        await host.Clients.GetAsync("17");

        Assert.That((_calls, host.Requests[^1].Header("Authorization")), Is.EqualTo((2, "Bearer token-2")));
    }

    [Test]
    public async Task Many_callers_with_an_expired_token_cause_one_renewal_and_a_replay_each()
    {
        var server = new ExpiryServer(Callers, "Authorization", s_unauthorized, WireAnswer.Ok(AuthleteOperations.Client));
        using WireHost host = Host().OnAny((request, _) => server.AnswerAsync(request)).Expect(2 * Callers);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => host.Clients.GetAsync("17"))).InTimeAsync();

        Assert.That((_calls, host.Requests.Count), Is.EqualTo((2, 2 * Callers)));
    }

    [Test]
    public async Task The_answer_that_refuses_it_is_disposed_of()
    {
        var refused = new NotedContent();
        using WireHost host = Host().OnAny((request, _) => Task.FromResult(request.Headers.Authorization?.Parameter == "token-1"
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = refused }
            : WireAnswer.Ok(AuthleteOperations.Client).ToResponse()));

        await host.Clients.GetAsync("17");

        Assert.That(refused.IsDisposed, Is.True);
    }

    [Test]
    public async Task A_failure_of_the_server_is_not_taken_for_a_refusal_of_it_whatever_it_says()
    {
        using WireHost host = Host().OnAny(s_notValid with { Status = HttpStatusCode.InternalServerError });

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.RotateSecret).CatchAsync(host);

        Assert.That(_calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Without_one_there_is_nothing_to_renew()
    {
        using WireHost host = WireHost.For(
            Backend.DynamicRegistration, p => (p.ManagementToken, p.RegistrationStore) = (null, "memory")).OnAny(s_unauthorized);

        Exception? error = await WireOperations.Of(Backend.DynamicRegistration, ClientOperation.Create).CatchAsync(host);

        Assert.That((error?.GetType(), host.Requests.Count), Is.EqualTo((typeof(AccessDeniedException), 1)));
    }

    private WireHost Host(Func<int, string>? token = null) => Resilient.Host(
        Backend.AuthleteV3,
        new ManualTime(),
        r => r.MaxConcurrency = Callers,
        p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) =>
            {
                int call = Interlocked.Increment(ref _calls);
                return ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret(token?.Invoke(call) ?? $"token-{call}")));
            };
        });

    private sealed class NotedContent() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
