using System.Text;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>A JSON file as a tree with places. YAML's parser would read most of it, but not every escape and every tab.</summary>
internal static class JsonDocuments
{
    private const int MaxDepth = 50;

    public static IReadOnlyList<Node> Read(string text, string file, List<ManifestProblem> problems)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var lines = new LineIndex(bytes);
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            Node root = ReadNode(ref reader, lines);
            reader.Read();
            return [root];
        }
        catch (JsonException e)
        {
            (int line, int column) = lines.Of((int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
            problems.Add(new ManifestProblem(
                $"This is not valid JSON: {e.Message.Split(" LineNumber:")[0]}", new ManifestLocation(file, line, column)));
        }
        catch (InvalidOperationException)
        {
            (int line, int column) = lines.Of(reader.TokenStartIndex);
            problems.Add(new ManifestProblem("This text is not valid Unicode.", new ManifestLocation(file, line, column)));
        }

        return [];
    }

    private static Node ReadNode(ref Utf8JsonReader reader, LineIndex lines)
    {
        (int line, int column) = lines.Of(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadNode(ref reader, lines));
                }

                return new ListNode(line, column, items);
            case JsonTokenType.StartObject:
                var members = new List<(ScalarNode, Node)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    (int keyLine, int keyColumn) = lines.Of(reader.TokenStartIndex);
                    var key = new ScalarNode(keyLine, keyColumn, reader.GetString()!, IsPlain: false);
                    reader.Read();
                    members.Add((key, ReadNode(ref reader, lines)));
                }

                return new MapNode(line, column, members);
            case JsonTokenType.String:
                return new ScalarNode(line, column, reader.GetString()!, IsPlain: false);
            default:
                return new ScalarNode(line, column, Encoding.UTF8.GetString(reader.ValueSpan), IsPlain: true);
        }
    }
}
