using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Specs;

/// <summary>What becomes of the properties of the specifications, as "Schema.property".</summary>
internal static partial class PropertyUse
{
    private static readonly YamlMappingNode s_record = ReadRecord();

    private static readonly HashSet<(string Schema, string Member)> s_named = ReadNamed();

    /// <summary>Reachable by their own JSON names.</summary>
    public static IEnumerable<string> Extensions =>
        from schema in SpecDocument.Map(s_record, "extensions").Children
        from property in (YamlSequenceNode)schema.Value
        select $"{schema.Key}.{property}";

    /// <summary>Read as JSON, or not used at all; each with a reason.</summary>
    public static IEnumerable<(string Name, string? Reason)> Others =>
        from part in (string[])["asJson", "ignored"]
        from record in (YamlSequenceNode)s_record[part]
        from name in (YamlSequenceNode)record["at"]
        select (name.ToString(), SpecDocument.Text(record, "reason"));

    public static IEnumerable<string> All(SpecDocument spec) =>
        from schema in spec.SchemaNames
        from property in spec.PropertyNames(schema)
        select $"{schema}.{property}";

    /// <summary>Whether a table or other code of a backend names it by its generated constant.</summary>
    public static bool IsNamed(string property) =>
        property.Split('.') is [string schema, string name] && s_named.Contains((schema, Constant(name)));

    // As build/templates/Class.liquid does it.
    private static string Constant(string property) =>
        string.Concat(property.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static HashSet<(string Schema, string Member)> ReadNamed() =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "ClientMgmt", "Backends"), "*.cs", SearchOption.AllDirectories)
           from line in File.ReadLines(file)
           from Match match in Member().Matches(line.Split("//")[0])
           select (match.Groups[1].Value, match.Groups[2].Value),
    ];

    private static YamlMappingNode ReadRecord()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.ReadAllText("specs", "properties", "unmapped.yaml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    // Looks ahead, so that V3.Client.ClientName is found as Client.ClientName too.
    [GeneratedRegex(@"\b([A-Z]\w*)\.(?=([A-Z]\w*))")]
    private static partial Regex Member();
}
