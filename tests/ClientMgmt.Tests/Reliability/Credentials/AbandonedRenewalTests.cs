using System.Runtime.CompilerServices;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>A renewal goes on when the callers who wait for it give up: others may come.</summary>
public sealed class AbandonedRenewalTests
{
    private const string Sentinel = "a vault that failed too late";

    [Test]
    public async Task Its_failure_is_no_unobserved_exception()
    {
        using var unobserved = new UnobservedExceptions();

        await AbandonAsync();

        Assert.That(unobserved.Collect(), Has.None.Contain(Sentinel));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task AbandonAsync()
    {
        using var cancellation = new CancellationTokenSource();
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime(), provider: p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = async (_, _) =>
            {
                if (arrived.TrySetResult())
                {
                    await gate.Task;
                    failed.SetResult();
                    throw new TimeoutException(Sentinel);
                }

                return ProviderCredential.FromAccessToken(new Secret(WireHost.AccessToken));
            };
        }).OnAny(WireAnswer.Ok(AuthleteOperations.Client));
        Task<Exception?> call = Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();
        await call;
        gate.SetResult();
        await failed.Task;

        // The next caller gets another one, and nothing knows of the first any more.
        await Support.Calls.CatchAsync(host.Clients, ClientOperation.Get, "17", CancellationToken.None);
    }
}
