using System.Text;

namespace ClientMgmt.Tests.Wire;

/// <summary>When a call is over, its answer is given back and leaves nothing in memory that others use.</summary>
public sealed class AnswerDisposalTests
{
    [Test]
    public async Task An_answer_is_disposed_after_the_call([Values(200, 400)] int status)
    {
        var content = new Content(new MemoryStream(Encoding.UTF8.GetBytes(AuthleteOperations.Client)));

        await CallAsync(status, content);

        Assert.That(content.IsDisposed, Is.True);
    }

    [Test]
    public async Task An_answer_that_refuses_a_credential_is_disposed_also_if_no_other_one_can_be_had()
    {
        var content = new Content(new MemoryStream());
        int asked = 0;

        await CallAsync(401, content, p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) => asked++ > 0
                ? throw new InvalidTimeZoneException()
                : new(ProviderCredential.FromAccessToken(new Secret(WireHost.AccessToken)));
        });

        Assert.That((asked, content.IsDisposed), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task What_was_read_of_an_answer_is_wiped_after_the_call([Values(200, 400)] int status)
    {
        // Others may have the memory by now, but none of them this text.
        string name = $"wiped-after-status-{status}";
        var stream = new Observed(Encoding.UTF8.GetBytes($$"""{"clientId":17,"clientName":"{{name}}"}"""));

        await CallAsync(status, new StreamContent(stream));

        Assert.That(stream.Buffer.Span.IndexOf(Encoding.UTF8.GetBytes(name)), Is.EqualTo(-1));
    }

    private static async Task CallAsync(int status, HttpContent content, Action<ProviderOptions>? change = null)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, change).OnAny((_, _) =>
            Task.FromResult(new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = content }));

        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);
    }

    private sealed class Content(Stream body) : StreamContent(body)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Observed(byte[] body) : GatedStream
    {
        private int _reads;

        public Memory<byte> Buffer { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_reads++ > 0)
            {
                return ValueTask.FromResult(0);
            }

            Buffer = buffer[..body.Length];
            body.CopyTo(buffer);
            return ValueTask.FromResult(body.Length);
        }
    }
}
