using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// A JSON array in a file that only its owner can read, with a record on each line. A record is added as it comes, by one
/// write over the end of the file, so that none is lost if the command is stopped, and many take no longer than few.
/// </summary>
internal sealed class PrivateList(string path, IEnumerable<JsonNode> records)
{
    private const string End = "\n]\n";

    private static readonly JsonSerializerOptions s_oneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _lines = [.. records.Select(Line)];
    private long _length = -1;

    /// <summary>Why the records could not be written; null if all were.</summary>
    public Exception? Failure { get; private set; }

    /// <exception cref="JsonException">The text is no such list.</exception>
    public static JsonArray Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonArray ?? throw new JsonException();
        }
        catch (JsonException) when (text.StartsWith("[\n", StringComparison.Ordinal) && text.LastIndexOf('\n') is > 1 and var end)
        {
            // A write that the machine did not finish leaves its own line cut off, and no other.
            return JsonNode.Parse($"{text[..end].TrimEnd(',')}{End}")!.AsArray();
        }
    }

    public void Add(JsonNode record)
    {
        string line = Line(record);
        _lines.Add(line);
        try
        {
            bool isAsLeft = _length > 0 && new FileInfo(path) is { Exists: true } file && file.Length == _length;
            _length = isAsLeft ? Append(line) : Replace();
            Failure = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next one tries to write them all.
            (_length, Failure) = (-1, e);
        }
    }

    private long Append(string line)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Position = _length - End.Length;
        stream.Write(Encoding.UTF8.GetBytes($",\n  {line}{End}"));
        return stream.Length;
    }

    private long Replace()
    {
        string text = $"[\n  {string.Join(",\n  ", _lines)}{End}";
        PrivateFile.Replace(path, text);
        return Encoding.UTF8.GetByteCount(text);
    }

    private static string Line(JsonNode record) => record.ToJsonString(s_oneLine);
}
