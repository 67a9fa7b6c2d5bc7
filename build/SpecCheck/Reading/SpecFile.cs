using System.Text;

namespace SpecCheck.Reading;

/// <summary>An OpenAPI document of version 3.0 or 3.1.</summary>
internal sealed class SpecFile
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private const int MaxReferences = 50;

    private SpecFile(string path, string text)
    {
        (Path, Text) = (path, text);
        Root = NodeReader.Read(path, text);
        Is31 = ReadVersion().StartsWith("3.1", StringComparison.Ordinal);
        Paths = Root.Map("paths") ?? throw new SpecFileException(Root, "there is no 'paths'.");
    }

    public string Path { get; }

    public string Text { get; }

    public MapNode Root { get; }

    /// <summary>Whether a reference may have members beside it, and null is a type.</summary>
    public bool Is31 { get; }

    public MapNode Paths { get; }

    public string? Version => Root.Map("info")?.Text("version");

    public static SpecFile Load(string path) => Parse(path, ReadText(path));

    public static SpecFile Parse(string path, string text) => new(path, text);

    public static string ReadText(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MaxBytes
                ? File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true))
                : throw new SpecFileException(path, 0, $"the file is larger than {MaxBytes:N0} bytes.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SpecFileException(path, 0, "there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpecFileException(path, 0, $"the file cannot be read: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new SpecFileException(path, 0, "the file is not text in UTF-8.");
        }
    }

    /// <summary>What a node says, or what its reference leads to.</summary>
    public Node Follow(Node node)
    {
        for (int i = 0; i < MaxReferences; i++)
        {
            if (node is not MapNode map || map["$ref"] is not { } reference)
            {
                return node;
            }

            node = Find(reference);
        }

        throw new SpecFileException(node, $"the reference '{node.AsMap().Text("$ref")}' leads to itself.");
    }

    public Node Find(Node reference)
    {
        string target = reference.AsText();
        if (!target.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new SpecFileException(
                reference, $"'{target}' leads out of the file. Bundle the document into one file first, and check that.");
        }

        Node? found = Root;
        foreach (string part in target[2..].Split('/'))
        {
            string key = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            found = found switch
            {
                MapNode map => map[key],
                ListNode list when int.TryParse(key, out int i) && i >= 0 && i < list.Items.Count => list.Items[i],
                _ => null,
            };
        }

        return found ?? throw new SpecFileException(reference, $"'{target}' leads to nothing.");
    }

    private string ReadVersion()
    {
        if (Root["swagger"] is { } swagger)
        {
            throw new SpecFileException(swagger, $"this is OpenAPI {swagger.AsText()} (Swagger); 3.0 and 3.1 are read. Convert it first.");
        }

        Node version = Root["openapi"] ?? throw new SpecFileException(Root, "this is no OpenAPI document: there is no 'openapi'.");
        return version.AsText() is var text && (text.StartsWith("3.0", StringComparison.Ordinal) || text.StartsWith("3.1", StringComparison.Ordinal))
            ? text
            : throw new SpecFileException(version, $"this is OpenAPI {text}; 3.0 and 3.1 are read.");
    }
}
