using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Wire;

/// <summary>What the generated clients send their requests through.</summary>
internal abstract class ApiConnection
{
    /// <summary>Sends a request and reads the answer.</summary>
    /// <param name="operation">The operation that it serves.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">
    /// Takes what is to be kept of the answer, whose memory is lent until it returns. An empty body is
    /// <see cref="JsonValueKind.Undefined"/>. It throws a <see cref="JsonException"/> if the answer is not what it should be.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract Task<T> SendAsync<T>(
        OperationInfo operation, ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken);

    /// <summary>Sends a request whose answer holds nothing.</summary>
    public Task SendAsync(OperationInfo operation, ApiRequest request, CancellationToken cancellationToken) =>
        SendAsync(operation, request, static _ => true, cancellationToken);

    /// <exception cref="JsonException">The body is not JSON, or not what it should be.</exception>
    protected static T Read<T>(Attempt attempt, Func<JsonElement, T> read)
    {
        ReadOnlyMemory<byte> body = attempt.Body!.Bytes;
        if (body.Span.Trim(" \t\r\n"u8) is var text && (text.IsEmpty || text.SequenceEqual("null"u8)))
        {
            return read(default);
        }

        using JsonDocument document = WireJson.Parse(body);
        return read(document.RootElement);
    }
}
