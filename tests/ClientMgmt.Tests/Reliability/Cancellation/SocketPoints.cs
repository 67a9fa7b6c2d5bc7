using System.Net.Sockets;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Points in the exchange of bytes with a server over a real connection.</summary>
internal static class SocketPoints
{
    // More than the buffers of both sides hold.
    private const int LargeText = 30_000_000;

    public static IEnumerable<CancellationPoint> All =>
    [
        new("while connecting", token => HoldAsync(
            (socket, arrived, end) =>
            {
                arrived.SetResult();
                return Task.Delay(Timeout.Infinite, end);
            },
            c => c.GetAsync("17", token),
            address => new UriBuilder(address) { Scheme = "https" }.Uri)),
        new("while sending", token => HoldAsync(
            async (socket, arrived, end) =>
            {
                await SocketServer.ReadHeadAsync(socket, end);
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, end);
            },
            c => c.CreateAsync(new ClientMetadata { Description = new string('x', LargeText) }, token))),
        new("while a server says nothing", token => HoldAsync(
            async (socket, arrived, end) =>
            {
                await SocketServer.ReadHeadAsync(socket, end);
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, end);
            },
            c => c.GetAsync("17", token))),
        new("in a body that a server does not end", token => HoldAsync(
            async (socket, arrived, end) =>
            {
                await SocketServer.ReadHeadAsync(socket, end);
                await SocketServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", end);
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, end);
            },
            c => c.GetAsync("17", token))),
    ];

    private static async Task<Scene> HoldAsync(
        Func<Socket, TaskCompletionSource, CancellationToken, Task> serve,
        Func<IClientManagement, Task> run,
        Func<Uri, Uri>? address = null)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new SocketServer((socket, end) => serve(socket, arrived, end));
        var host = new SocketHost(Backend.AuthleteV3, address?.Invoke(server.Address) ?? server.Address);
        Task call = run(host.Clients);
        await arrived.Task;
        return new Scene(call, () => server.Connections, () => { }) { Owned = [host, server] };
    }
}
