using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What breaks off once is sent once more if it only reads, wherever in an operation it stands.</summary>
public sealed class SocketFaultRetryTests
{
    private static IEnumerable<ProviderCase> Providers => SocketFaultPlan.Providers;

    [TestCaseSource(nameof(Providers))]
    public async Task A_read_that_breaks_off_is_sent_again_and_no_change_is(ProviderCase provider)
    {
        await using SocketFaultHost host = await SocketFaultHost.StartAsync(provider);
        SocketFaultCase[] cases =
        [
            .. (await SocketFaultPlan.MakeAsync(host, provider.Backend)).Where(c => !c.Renews && !c.Lasts && IsBrokenRead(c)),
        ];

        foreach (SocketFaultCase @case in cases)
        {
            SandboxFault fault = @case.Fault with { After = @case.Position };
            SocketFaultResult result = await host.RunAsync(@case.Operation, fault: fault, retries: 1);
            Assert.Multiple(() =>
            {
                Assert.That(result.Error, Is.Null, $"{@case}");
                Assert.That(result.Requests.Count - @case.Requests.Count, Is.InRange(1, MostRepetitions(provider, @case)), $"{@case}");
                Assert.That(
                    result.Requests.Where(TestHost.IsWrite).Select(r => r.Target),
                    Has.Exactly(@case.Requests.Count(TestHost.IsWrite)).Items,
                    $"{@case}");
            });
        }

        Assert.That(cases, Has.Length.GreaterThan(30));
    }

    // SocketsHttpHandler itself sends a read once more on a connection that is closed before any byte of an answer. Where the
    // clients of a list are read at once, the time of all of them is up together.
    private static int MostRepetitions(ProviderCase provider, SocketFaultCase @case) => @case switch
    {
        { Fault: { Send: SandboxPart.None, Then: SandboxEnding.Fin } } => 2,
        { Fault.Then: SandboxEnding.Hang, Operation: ClientOperation.List } when provider.IsReadOneByOne => @case.Requests.Count,
        _ => 1,
    };

    private static bool IsBrokenRead(SocketFaultCase @case) =>
        @case.Fault is { Send: not SandboxPart.Full, Then: not SandboxEnding.Normal }
        && !TestHost.IsWrite(@case.Requests[@case.Position]);
}
