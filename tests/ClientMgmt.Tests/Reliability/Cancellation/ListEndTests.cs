using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What ends the reading of a list.</summary>
public sealed class ListEndTests
{
    private static readonly WireAnswer s_page = WireAnswer.Ok("""{"totalCount":900,"clients":[{"clientId":1},{"clientId":2}]}""");

    [Test]
    public async Task Breaking_out_of_a_list_sends_nothing_more()
    {
        var server = new HoldingServer(s_page, s_page);
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny(server.AnswerAsync);
        await foreach (OAuthClient _ in host.Clients.ListAsync(new() { PageSize = 2 }))
        {
            break;
        }

        int sent = host.Requests.Count;
        server.LetGo();

        Assert.That(host.Requests, Has.Count.EqualTo(sent));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Of_two_tokens_the_one_that_was_cancelled_is_told(bool isMethods)
    {
        using var given = new CancellationTokenSource();
        using var enumerations = new CancellationTokenSource();
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny(s_page);
        CancellationTokenSource cancelled = isMethods ? given : enumerations;

        var error = Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), async () =>
        {
            await foreach (OAuthClient _ in host.Clients.ListAsync(cancellationToken: given.Token).WithCancellation(enumerations.Token))
            {
                await cancelled.CancelAsync();
            }
        }) as OperationCanceledException;

        Assert.That(error?.CancellationToken, Is.EqualTo(cancelled.Token));
    }
}
