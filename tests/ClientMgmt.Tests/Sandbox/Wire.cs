using System.Net.Sockets;
using System.Text;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>A TCP connection to a sandbox, which sees what no HTTP client shows.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpClient _tcp = new();

    private Wire()
    {
    }

    /// <summary>What was received so far.</summary>
    public string Text { get; private set; } = "";

    public static async Task<Wire> ConnectAsync(SandboxServer server)
    {
        var wire = new Wire();
        await wire._tcp.ConnectAsync("127.0.0.1", server.BaseAddress.Port);
        return wire;
    }

    /// <summary>Sends an Authlete v3 request; the path begins after "client/".</summary>
    public async Task SendAsync(string method, string path, string body = "")
    {
        string head = $"{method} /api/{SandboxDefaults.ServiceId}/client/{path} HTTP/1.1\r\nHost: localhost\r\n"
            + $"Authorization: Bearer {SandboxDefaults.AccessToken}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        await _tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + body));
    }

    /// <summary>Reads until the text fits.</summary>
    public async Task ReadUntilAsync(Func<string, bool> enough)
    {
        while (!enough(Text))
        {
            if (!await ReadAsync())
                throw new EndOfStreamException(Text);
        }
    }

    /// <summary>Reads to the end, and says which one it was: Success for a FIN, ConnectionReset for a reset.</summary>
    public async Task<SocketError> ReadToEndAsync()
    {
        try
        {
            while (await ReadAsync())
            {
            }

            return SocketError.Success;
        }
        catch (IOException exception) when (exception.InnerException is SocketException socket)
        {
            return socket.SocketErrorCode;
        }
    }

    public void Dispose() => _tcp.Dispose();

    private async Task<bool> ReadAsync()
    {
        byte[] buffer = new byte[8192];
        int count = await _tcp.GetStream().ReadAsync(buffer);
        Text += Encoding.UTF8.GetString(buffer, 0, count);
        return count > 0;
    }
}
