using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Signatures that a portal issues are shared by all callers, and so is their renewal.</summary>
public sealed class SignatureStampedeTests
{
    private const int Callers = 100;
    private const string Exchange = "GET /api/2.0/security/oauth2/token";

    private static readonly WireAnswer s_client = WireAnswer.Ok(DocSpaceOperations.Client);

    private int _issued;
    private int _supplied;

    [SetUp]
    public void Reset() => (_issued, _supplied) = (0, 0);

    [Test]
    public async Task Many_callers_with_a_refused_signature_cause_one_exchange_and_a_replay_each()
    {
        var server = new ExpiryServer(Callers, "x-signature", WireAnswer.Of(403), s_client);
        using WireHost host = Host(p => p.ApiKey = new Secret(WireHost.ApiKey))
            .OnAny((request, _) => IsExchange(request) ? Task.FromResult(Issue()) : server.AnswerAsync(request))
            .Expect(2 + (2 * Callers));

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => host.Clients.GetAsync("17"))).InTimeAsync();

        Assert.That((_issued, host.Requests.Count), Is.EqualTo((2, 2 + (2 * Callers))));
    }

    [Test]
    public async Task Many_callers_without_a_signature_cause_one_exchange()
    {
        using WireHost host = Host(p => p.ApiKey = new Secret(WireHost.ApiKey))
            .OnAny((request, _) => Task.FromResult(IsExchange(request) ? Issue() : s_client.ToResponse()))
            .Expect(1 + Callers);

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => host.Clients.GetAsync("17"))).InTimeAsync();

        Assert.That((_issued, host.Requests.Count), Is.EqualTo((1, 1 + Callers)));
    }

    [Test]
    public async Task A_portal_credential_that_is_refused_at_the_exchange_is_asked_for_again_once()
    {
        using WireHost host = Host(p => p.CredentialCallback = (_, _) => SupplyAsync($"sk-{++_supplied}")).OnAny((request, _) =>
            Task.FromResult(!IsExchange(request) ? s_client.ToResponse()
                : request.Headers.Authorization?.Parameter == "sk-1" ? WireAnswer.Of(401).ToResponse()
                : Issue()));

        await host.Clients.GetAsync("17");

        Assert.That(
            (_supplied, string.Join("; ", host.Requests.Select(r => r.Line))),
            Is.EqualTo((2, $"{Exchange}; {Exchange}; GET /api/2.0/clients/17")));
    }

    [Test]
    public async Task A_portal_credential_that_stays_the_same_is_not_exchanged_again()
    {
        using WireHost host = Host(p => p.CredentialCallback = (_, _) =>
        {
            _supplied++;
            return SupplyAsync("sk-1");
        }).OnAny(WireAnswer.Of(401));

        Exception? error = await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host);

        Assert.That((error?.GetType(), _supplied, host.Requests.Count), Is.EqualTo((typeof(AccessDeniedException), 2, 1)));
    }

    private static ValueTask<ProviderCredential> SupplyAsync(string key) =>
        ValueTask.FromResult(ProviderCredential.FromApiKey(new Secret(key)));

    private static bool IsExchange(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal);

    private static WireHost Host(Action<ProviderOptions> change) => Resilient.Host(
        Backend.DocSpace,
        new ManualTime(),
        r => r.MaxConcurrency = Callers,
        p =>
        {
            p.Signature = null;
            change(p);
        });

    private HttpResponseMessage Issue() =>
        WireAnswer.Ok($$"""{"response":"signature-{{Interlocked.Increment(ref _issued)}}"}""").ToResponse();
}
