using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Every change of a provider, when the connection breaks after it was sent.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class CommitThenResetChangeTests(ProviderCase provider)
{
    private static readonly ClientOperation[] s_settled = CommitThenResetOperations.Settled;
    private static readonly ClientOperation[] s_unsettled = CommitThenResetOperations.Unsettled;

    private TestHost _host = null!;
    private CommitThenResetConnections _connections = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(provider, s => s["Resilience:MinimumThroughput"] = "0");
        _connections = new CommitThenResetConnections(_host.Sandbox);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _connections.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public void Every_operation_that_writes_is_tested() => Assert.That(
        s_settled.Concat(s_unsettled),
        Is.EquivalentTo(Enum.GetValues<ClientOperation>().Where(o => !o.ToString().StartsWith("Get") && !o.ToString().StartsWith("List"))));

    [Test]
    public Task Is_settled_by_reading_back_where_that_can_tell(
        [Values(SandboxPart.None, SandboxPart.Half)] SandboxPart send,
        [Values(SandboxEnding.Fin, SandboxEnding.Reset)] SandboxEnding then,
        [Values] bool reused) => EachAsync(s_settled, new SandboxFault { Send = send, Then = then }, reused, attempt =>
        {
            Assert.That(attempt.Error, Is.Null);
            Assert.That(attempt.IsMade, Is.True);
        });

    [Test]
    public Task Is_of_unknown_outcome_where_reading_back_cannot_tell(
        [Values(SandboxPart.None, SandboxPart.Half)] SandboxPart send,
        [Values(SandboxEnding.Fin, SandboxEnding.Reset)] SandboxEnding then,
        [Values] bool reused) => EachAsync(s_unsettled, new SandboxFault { Send = send, Then = then }, reused, attempt =>
        {
            Assert.That(attempt.Error?.Message, Does.Contain("is unknown").And.Not.Contain("read back"));
            Assert.That(attempt.IsMade, Is.True);
        });

    [Test]
    public Task Says_after_reading_back_that_it_was_not_made(
        [Values(SandboxEnding.Fin, SandboxEnding.Reset)] SandboxEnding then, [Values] bool reused) => EachAsync(
            s_settled, new SandboxFault { Commit = false, Send = SandboxPart.None, Then = then }, reused, attempt =>
            {
                Assert.That(attempt.Error?.Message, Does.Contain("When it was read back, the change had not been made."));
                Assert.That(attempt.IsMade, Is.False);
            });

    [Test]
    public Task Is_of_unknown_outcome_though_nothing_was_made(
        [Values(SandboxEnding.Fin, SandboxEnding.Reset)] SandboxEnding then, [Values] bool reused) => EachAsync(
            s_unsettled, new SandboxFault { Commit = false, Send = SandboxPart.None, Then = then }, reused, attempt =>
            {
                Assert.That(attempt.Error?.Message, Does.Contain("is unknown"));
                Assert.That(attempt.IsMade, Is.False);
            });

    private async Task EachAsync(
        ClientOperation[] operations, SandboxFault fault, bool reused, Action<CommitThenResetAttempt> check)
    {
        foreach (ClientOperation operation in operations.Where(_host.Clients.Capabilities.Supports))
        {
            CommitThenResetAttempt attempt =
                await CommitThenResetAttempt.MakeAsync(_host, _connections, operation, fault, reused);
            Assert.Multiple(() =>
            {
                Assert.That(attempt.Sends, Is.EqualTo(1), $"{operation} is sent once");
                Assert.That(attempt.WasReused, Is.EqualTo(reused), $"{operation} has the connection it is to have");
                check(attempt);
                if (attempt.Error is not null)
                {
                    Assert.That(attempt.Error, Is.TypeOf<OutcomeUnknownException>(), $"{operation}");
                    Assert.That(Leaks.IsOwn(attempt.Error), Is.True, $"{operation}");
                    Assert.That(((OutcomeUnknownException)attempt.Error).Error.ClientId, Is.EqualTo(attempt.ClientId), $"{operation}");
                }
            });
        }
    }
}
