using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>
/// A JSON array in a file that only its owner can read, with a record on each line. A record is added as it comes, by one
/// write over the end of the file, so that none is lost if the command is stopped, and many take no longer than few.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="records">What is in it already.</param>
/// <param name="first">The file as it was opened before there was anything to write; null if it was not.</param>
internal sealed class PrivateList(string path, IEnumerable<JsonNode> records, WholeFile? first = null) : IDisposable
{
    /// <summary>What the disk is to keep free, in bytes: for some hundreds of records.</summary>
    public const int Room = 65536;

    private const string Begin = "[\n  ";
    private const string Between = ",\n  ";
    private const string Finish = "\n]\n";

    private readonly List<string> _lines = [.. records.Select(Line)];
    private WholeFile? _first = first;
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
            return JsonNode.Parse($"{text[..end].TrimEnd(',')}{Finish}")!.AsArray();
        }
    }

    public void Add(JsonNode record)
    {
        string line = Line(record);
        _lines.Add(line);
        if (_first is { IsDirect: true } stream)
        {
            Try(() => Write(stream, (_lines.Count == 1 ? Begin : Between) + line));
            return;
        }

        Try(() =>
        {
            bool isAsLeft = _length > 0 && new FileInfo(path) is { Exists: true } file && file.Length == _length;
            _length = isAsLeft ? Append(line) : Replace();
            Failure = null;
        });
    }

    /// <summary>Ends a list that leaves as it is written; a file is whole after each record.</summary>
    public void End()
    {
        if (_first is { IsDirect: true } stream)
        {
            Try(() => Write(stream, _lines.Count == 0 ? "[]\n" : Finish));
        }
    }

    public void Dispose() => _first?.Dispose();

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (FileErrors.IsOne(e) || e is OutputException)
        {
            // The next one tries to write them all.
            (_length, Failure) = (-1, e);
        }
    }

    private long Append(string line)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);
        stream.Position = _length - Finish.Length;
        stream.Write(Encoding.UTF8.GetBytes($"{Between}{line}{Finish}"));
        return stream.Length;
    }

    private long Replace()
    {
        string text = $"{Begin}{string.Join(Between, _lines)}{Finish}";
        using WholeFile file = _first ?? WholeFile.Open(path, isPrivate: true);
        _first = null;
        Write(file, text);
        return Encoding.UTF8.GetByteCount(text);
    }

    private static void Write(WholeFile file, string text)
    {
        file.Content.Write(Encoding.UTF8.GetBytes(text));
        file.Put();
    }

    private static string Line(JsonNode record) => record.ToJsonString(Output.JsonText.OneLine);
}
