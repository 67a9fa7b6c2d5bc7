using System.Text;
using System.Text.Json;

namespace ClientMgmt.Cli.Configuration;

/// <summary>The line on which each key of a JSON configuration stands, so that a mistake can be found.</summary>
internal sealed class JsonKeyLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static JsonKeyLines Read(byte[] json)
    {
        var result = new JsonKeyLines();
        ReadOnlySpan<byte> content = json;
        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        var reader = new Utf8JsonReader(
            content, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var path = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                int depth = reader.CurrentDepth - 1;
                path = [.. path.Take(depth), .. Enumerable.Repeat("", Math.Max(depth - path.Count, 0)), reader.GetString()!];
                int line = 1 + content[..(int)reader.TokenStartIndex].Count((byte)'\n');
                result._lines.TryAdd(string.Join(':', path), line);
            }
        }

        return result;
    }

    /// <summary>The line of a key or, where it is missing, of the section that lacks it.</summary>
    public int? Find(string key)
    {
        for (string part = key; part.Length > 0; part = part[..Math.Max(part.LastIndexOf(':'), 0)])
        {
            if (_lines.TryGetValue(part, out int line))
            {
                return line;
            }
        }

        return null;
    }
}
