using ClientMgmt.JsonText;
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
    public static T Read<T>(
        HttpCall call, HttpResponseMessage response, IReadOnlyDictionary<string, IEnumerable<string>> headers)
    {
        try
        {
            using JsonDocument json = WireJson.Parse(OrEmpty(call.Body!.Bytes));
            T answer = Activator.CreateInstance<T>();
            ((IAnswer)answer!).Read(json.RootElement);
            return answer;
        }
        catch (JsonException e)
        {
            throw new ResponseException("The answer could not be read.", (int)response.StatusCode, "", headers, e);
        }
    }

    private static ReadOnlyMemory<byte> OrEmpty(ReadOnlyMemory<byte> body) =>
        body.Span.Trim(" \t\r\n"u8) is var text && (text.IsEmpty || text.SequenceEqual("null"u8)) ? Encoding.UTF8.GetBytes("{}") : body;
}
