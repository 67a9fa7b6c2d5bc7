using System.Buffers;
using System.Text;
using System.Text.Json;
using ClientMgmt.Http;

namespace ClientMgmt.Serialization;

/// <summary>Reads the bodies of successful answers for the generated clients.</summary>
internal static class AnswerReader
{
    /// <summary>Reads a body; one that is empty or null stands for an empty object.</summary>
    /// <typeparam name="T">An <see cref="IAnswer"/>; the generated code has no constraint that says so.</typeparam>
    /// <exception cref="ResponseException">It is not JSON, or not what the specification says.</exception>
    public static async Task<T> ReadAsync<T>(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        CancellationToken cancellationToken)
    {
        // Has a length: ResponseBufferHandler has read it all.
        using Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        int length = (int)body.Length;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await body.ReadExactlyAsync(buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            using JsonDocument json = WireJson.Parse(OrEmpty(buffer.AsMemory(0, length)));
            T answer = Activator.CreateInstance<T>();
            ((IAnswer)answer!).Read(json.RootElement);
            return answer;
        }
        catch (JsonException e)
        {
            throw new ResponseException("The answer could not be read.", (int)response.StatusCode, "", headers, e);
        }
        finally
        {
            // It holds secrets.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static ReadOnlyMemory<byte> OrEmpty(ReadOnlyMemory<byte> body) =>
        body.Span.Trim(" \t\r\n"u8) is var text && (text.IsEmpty || text.SequenceEqual("null"u8)) ? Encoding.UTF8.GetBytes("{}") : body;
}
