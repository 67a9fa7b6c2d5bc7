using System.Net;

namespace ClientMgmt.Tests.Wire;

/// <summary>Answers that never come, or never end: both the token and the timeout end the call.</summary>
public sealed class StallTests
{
    private static IEnumerable<WireOperation> All() => WireOperations.All;

    private static IEnumerable<WireOperation> Some() => All().Where(o => o.Operation is ClientOperation.Get or ClientOperation.Create or ClientOperation.Update);

    [TestCaseSource(nameof(Some))]
    [CancelAfter(30_000)]
    public async Task A_stalled_body_ends_with_the_token(WireOperation row, CancellationToken limit)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(limit);
        using var body = new GatedStream();
        using WireHost host = WireHost.For(row.Backend).OnAny((_, _) => Answer(body));

        Task<Exception?> call = Support.Calls.CatchAsync(host.Clients, row.Operation, WireOperation.Id, cancellation.Token);
        await body.Stalled.WaitAsync(limit);
        await cancellation.CancelAsync();

        Assert.That(await call, Is.InstanceOf<OperationCanceledException>());
    }

    [TestCaseSource(nameof(Some))]
    [CancelAfter(30_000)]
    public async Task A_stalled_body_ends_with_the_timeout(WireOperation row, CancellationToken limit)
    {
        using var body = new GatedStream();
        using WireHost host = WireHost.For(row.Backend, SoonEndAttempts).OnAny((_, _) => Answer(body));

        Exception? error = await row.CatchAsync(host).WaitAsync(limit);

        Assert.That(error, Is.TypeOf(row.Exchanges[0].Interrupted).With.Message.Contain("AttemptTimeout"));
    }

    [TestCaseSource(nameof(All))]
    [CancelAfter(30_000)]
    public async Task A_server_that_never_answers_ends_with_the_timeout(WireOperation row, CancellationToken limit)
    {
        using WireHost host = WireHost.For(row.Backend, SoonEndAttempts).OnAny(NeverAsync);

        Exception? error = await row.CatchAsync(host).WaitAsync(limit);

        Assert.That(error, Is.TypeOf(row.Exchanges[0].Interrupted).With.Message.Contain("AttemptTimeout"));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task A_portal_that_never_issues_a_signature_ends_with_the_timeout(CancellationToken limit)
    {
        using WireHost host = WireHost.For(Backend.DocSpace, p =>
        {
            (p.Signature, p.ApiKey) = (null, new Secret(WireHost.ApiKey));
            SoonEndAttempts(p);
        }).OnAny(NeverAsync);

        Exception? error = await WireOperations.Of(Backend.DocSpace, ClientOperation.Get).CatchAsync(host).WaitAsync(limit);

        Assert.That(error, Is.TypeOf<BackendUnavailableException>());
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Waiting_for_a_signature_ends_with_the_token(CancellationToken limit)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(limit);
        using var body = new GatedStream();
        using WireHost host = WireHost.For(Backend.DocSpace, p => (p.Signature, p.ApiKey) = (null, new Secret(WireHost.ApiKey)))
            .OnAny((_, _) => Answer(body));

        Task<Exception?> call = Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, WireOperation.Id, cancellation.Token);
        await body.Stalled.WaitAsync(limit);
        await cancellation.CancelAsync();

        Assert.That(await call, Is.InstanceOf<OperationCanceledException>());
    }

    private static void SoonEndAttempts(ProviderOptions provider)
    {
        provider.Resilience.AttemptTimeout = TimeSpan.FromMilliseconds(20);
        provider.Resilience.MaxRetryAttempts = 0;
    }

    private static Task<HttpResponseMessage> Answer(Stream body) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });

    private static Task<HttpResponseMessage> NeverAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
}
