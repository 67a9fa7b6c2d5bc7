using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>
/// .NET's handler sends requests without content again by itself, up to three times, when a connection breaks that it has
/// used before. A write must not be among them.
/// </summary>
public sealed class SingleSendTests
{
    private static IEnumerable<WireOperation> Writes() => WireOperations.All.Where(o => o.Main.IsWrite);

    private static IEnumerable<TestCaseData> Breaks() =>
        from row in Writes()
        from isReset in new[] { false, true }
        select new TestCaseData(row, isReset).SetArgDisplayNames($"{row}", isReset ? "reset" : "end");

    [TestCaseSource(nameof(Breaks))]
    [CancelAfter(20_000)]
    public async Task A_write_on_a_connection_that_breaks_is_sent_once(WireOperation row, bool isReset, CancellationToken limit)
    {
        Seen[] seen = await RunAsync(row, isReset, limit);

        Assert.That(seen, Has.Length.EqualTo(1));
    }

    [TestCaseSource(nameof(Writes))]
    [CancelAfter(20_000)]
    public async Task A_write_tells_how_long_its_content_is(WireOperation row, CancellationToken limit)
    {
        Seen[] seen = await RunAsync(row, isReset: false, limit);

        Assert.That(seen[0].IsReused, Is.True);
        Assert.That(seen[0].Length == 0, Is.EqualTo(row.Main.Body is null));
    }

    private static async Task<Seen[]> RunAsync(WireOperation row, bool isReset, CancellationToken limit)
    {
        var seen = new ConcurrentQueue<Seen>();
        await using var server = new SocketServer((socket, end) => ServeAsync(socket, row, isReset, seen, end));
        using var host = new SocketHost(row.Backend, server.Address);
        await host.Clients.GetAsync(WireOperation.Id, limit);
        await row.CatchAsync(host.Clients).WaitAsync(limit);
        return [.. seen];
    }

    // Answers requests and keeps the connection; the write that is looked for breaks it.
    private static async Task ServeAsync(
        Socket socket, WireOperation row, bool isReset, ConcurrentQueue<Seen> seen, CancellationToken cancellationToken)
    {
        string decisive = WireOperation.Line(row.Main, WireOperation.Id) + " ";
        string client = WireOperations.Of(row.Backend, ClientOperation.Get).Main.Answer.Body!;
        for (int i = 0; await SocketServer.ReadHeadAsync(socket, cancellationToken) is { } head; i++)
        {
            int? length = LengthOf(head);
            for (int read = 0; read < length;)
            {
                read += await socket.ReceiveAsync(new byte[length.Value - read], cancellationToken);
            }

            if (head.StartsWith(decisive, StringComparison.Ordinal))
            {
                seen.Enqueue(new Seen(length, i > 0));
                if (isReset)
                {
                    SocketServer.Reset(socket);
                }

                return;
            }

            await SocketServer.SendAsync(
                socket, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {client.Length}\r\n\r\n{client}", cancellationToken);
        }
    }

    private static int? LengthOf(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => (int?)int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture)).SingleOrDefault();

    private sealed record Seen(int? Length, bool IsReused);
}
