using System.Net.Sockets;
using System.Text;

namespace ClientMgmt.Tests.Sandbox.Corpus;

/// <summary>One request over a connection of its own, byte by byte as given, and its answer.</summary>
internal sealed record RawExchange(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public static async Task<RawExchange> SendAsync(
        Uri server, string method, string target, IEnumerable<KeyValuePair<string, string>> headers, string? body)
    {
        byte[] content = Encoding.UTF8.GetBytes(body ?? "");
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: {server.Authority}\r\n");
        foreach ((string name, string value) in headers)
            head.Append($"{name}: {value}\r\n");
        if (body is not null || method is "POST" or "PUT" or "PATCH")
            head.Append($"Content-Length: {content.Length}\r\n");
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Host, server.Port);
        NetworkStream stream = tcp.GetStream();
        await stream.WriteAsync((byte[])[.. Encoding.UTF8.GetBytes(head + "\r\n"), .. content]);
        return await ReadAsync(stream, method == "HEAD");
    }

    private static async Task<RawExchange> ReadAsync(Stream stream, bool headOnly)
    {
        using var reader = new BufferedStream(stream);
        string status = await LineAsync(reader);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(reader) is { Length: > 0 } line)
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var body = new MemoryStream();
        if (headers.ContainsKey("Transfer-Encoding") && !headOnly)
        {
            while (Convert.ToInt32(await LineAsync(reader), 16) is > 0 and var size)
            {
                await CopyAsync(reader, body, size);
                await LineAsync(reader);
            }
        }
        else if (headers.TryGetValue("Content-Length", out string? length) && !headOnly)
        {
            await CopyAsync(reader, body, int.Parse(length, null));
        }

        return new RawExchange(int.Parse(status.Split(' ')[1], null), headers, Encoding.UTF8.GetString(body.ToArray()));
    }

    private static async Task CopyAsync(Stream from, Stream to, int size)
    {
        byte[] bytes = new byte[size];
        await from.ReadExactlyAsync(bytes);
        await to.WriteAsync(bytes);
    }

    private static async Task<string> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        byte[] one = new byte[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != '\n')
            line.Add(one[0]);
        return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
    }
}
