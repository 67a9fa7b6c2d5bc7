using System.Diagnostics.Metrics;
using System.Globalization;
using ClientMgmt.Http;
using ClientMgmt.Telemetry;
using ClientMgmt.Tests.Support;
using ClientMgmt.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientMgmt.Tests.Wire;

/// <summary>What a provider keeps and what it renews when its options change.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ProviderStateTests : IDisposable
{
    private readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly WireServices _services;

    public ProviderStateTests() => _services = new WireServices(
        null!,
        _meters,
        new ManualTime(),
        new Instruments(_meters.GetRequiredService<IMeterFactory>(), NullLoggerFactory.Instance),
        new Passages());

    public void Dispose() => _meters.Dispose();

    [Test]
    public void Options_that_say_the_same_keep_all_of_it()
    {
        ProviderState before = State(Options());

        ProviderState now = State(Options(), before);

        Assert.That((now.Requests, now.Exchange), Is.EqualTo((before.Requests, before.Exchange)));
        Assert.That(now.Credentials, Is.SameAs(before.Credentials));
    }

    [Test]
    public void Options_say_the_same_in_every_language()
    {
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        ProviderState before = State(Options());
        CultureInfo.CurrentCulture = german;

        ProviderState now = State(Options(), before);

        Assert.That((now.Requests, now.Exchange), Is.EqualTo((before.Requests, before.Exchange)));
    }

    private static IEnumerable<TestCaseData> BreakerSettings()
    {
        TestCaseData Row(string name, Action<ResilienceOptions> change) => new TestCaseData(change).SetArgDisplayNames(name);

        yield return Row(nameof(ResilienceOptions.FailureRatio), r => r.FailureRatio = 0.7);
        yield return Row(nameof(ResilienceOptions.MinimumThroughput), r => r.MinimumThroughput = 0);
        yield return Row(nameof(ResilienceOptions.SamplingDuration), r => r.SamplingDuration = TimeSpan.FromSeconds(50));
        yield return Row(nameof(ResilienceOptions.BreakDuration), r => r.BreakDuration = TimeSpan.FromSeconds(50));
        yield return Row(nameof(ResilienceOptions.RetryQuota), r => r.RetryQuota = 7);
    }

    [TestCaseSource(nameof(BreakerSettings))]
    public void A_setting_of_the_breaker_or_the_quota_renews_both_of_requests_and_of_the_exchange(Action<ResilienceOptions> change)
    {
        ProviderState before = State(Options());

        ProviderState now = State(Options(change), before);

        Assert.That(now.Requests.Strategies, Is.Not.SameAs(before.Requests.Strategies));
        Assert.That(now.Requests.Quota, Is.Not.SameAs(before.Requests.Quota));
        Assert.That(now.Exchange.Strategies, Is.Not.SameAs(before.Exchange.Strategies));
    }

    [TestCaseSource(nameof(BreakerSettings))]
    public void A_setting_of_the_breaker_or_the_quota_leaves_the_rest(Action<ResilienceOptions> change)
    {
        ProviderState before = State(Options());

        ProviderState now = State(Options(change), before);

        Assert.That(now.Requests.Budgets, Is.SameAs(before.Requests.Budgets));
        Assert.That(now.Requests.Turns, Is.SameAs(before.Requests.Turns));
        Assert.That(now.Credentials, Is.SameAs(before.Credentials));
    }

    [Test]
    public void Another_number_of_places_renews_the_turns_alone()
    {
        ProviderState before = State(Options());

        ProviderState now = State(Options(r => r.MaxConcurrency = 3), before);

        Assert.That(now.Requests.Turns!.CurrentCount, Is.EqualTo(3));
        Assert.That(now.Requests with { Turns = before.Requests.Turns }, Is.EqualTo(before.Requests));
    }

    [Test]
    public void Another_budget_renews_the_budgets_alone()
    {
        ProviderState before = State(Options());

        ProviderState now = State(Options(r => r.RequestsPerMinute["GET"] = 3), before);

        Assert.That(now.Requests.Budgets!.For("GET").Own?.PerMinute, Is.EqualTo(3));
        Assert.That(now.Requests with { Budgets = before.Requests.Budgets }, Is.EqualTo(before.Requests));
    }

    [Test]
    public void Budgets_in_another_order_and_another_case_are_the_same_ones()
    {
        ProviderState before = State(Options(r => (r.RequestsPerMinute["GET"], r.RequestsPerMinute["POST"]) = (3, 4)));

        ProviderState now = State(Options(r => (r.RequestsPerMinute["POST"], r.RequestsPerMinute["get"]) = (4, 3)), before);

        Assert.That(now.Requests.Budgets, Is.SameAs(before.Requests.Budgets));
    }

    [Test]
    public void At_another_address_or_with_another_credential_it_starts_afresh([Values] bool isElsewhere)
    {
        ProviderState before = State(Options());

        ProviderState now = isElsewhere
            ? State(Options(address: "https://other.example.test/"), before)
            : State(Options(), before, token: "another-token");

        AssertAfresh(now, before);
    }

    [Test]
    public void The_order_of_changes_is_kept_even_at_another_address()
    {
        ProviderState before = State(Options());

        ProviderState now = State(Options(address: "https://other.example.test/"), before);

        Assert.That(now.Changes, Is.SameAs(before.Changes));
    }

    [Test]
    public void With_a_callback_of_other_code_it_starts_afresh()
    {
        ProviderState before = State(Options(callback: (_, _) => new(Token("one"))), token: null);

        ProviderState now = State(Options(callback: (_, _) => new(Token("two"))), before, token: null);

        AssertAfresh(now, before);
    }

    [Test]
    public void A_callback_of_the_same_code_with_another_value_renews_the_credentials_alone()
    {
        ProviderState before = State(Options(callback: Supplying("one")), token: null);

        ProviderState now = State(Options(callback: Supplying("two")), before, token: null);

        Assert.That(now.Requests, Is.EqualTo(before.Requests));
        Assert.That(now.Credentials, Is.Not.SameAs(before.Credentials));
    }

    [Test]
    public void The_same_callback_keeps_the_credentials()
    {
        Func<IServiceProvider, CancellationToken, ValueTask<ProviderCredential>> callback = Supplying("one");
        ProviderState before = State(Options(callback: callback), token: null);

        ProviderState now = State(Options(callback: callback), before, token: null);

        Assert.That(now.Credentials, Is.SameAs(before.Credentials));
    }

    private static void AssertAfresh(ProviderState now, ProviderState before)
    {
        Assert.That(now.Requests.Strategies, Is.Not.SameAs(before.Requests.Strategies));
        Assert.That(now.Requests.Budgets, Is.Not.SameAs(before.Requests.Budgets));
        Assert.That(now.Requests.Turns, Is.Not.SameAs(before.Requests.Turns));
        Assert.That(now.Exchange.Strategies, Is.Not.SameAs(before.Exchange.Strategies));
        Assert.That(now.Credentials, Is.Not.SameAs(before.Credentials));
    }

    private static ProviderCredential Token(string value) => ProviderCredential.FromAccessToken(new Secret(value));

    private static Func<IServiceProvider, CancellationToken, ValueTask<ProviderCredential>> Supplying(string value) =>
        (_, _) => ValueTask.FromResult(Token(value));

    private static ProviderOptions Options(
        Action<ResilienceOptions>? change = null,
        string address = WireHost.Address,
        Func<IServiceProvider, CancellationToken, ValueTask<ProviderCredential>>? callback = null)
    {
        var options = new ProviderOptions { BaseAddress = new Uri(address), CredentialCallback = callback };
        change?.Invoke(options.Resilience);
        return options;
    }

    private ProviderState State(ProviderOptions options, ProviderState? before = null, string? token = WireHost.AccessToken) => new(
        "main", options, token is null ? null : Token(token), new Dictionary<string, int>(), before, _services);
}
