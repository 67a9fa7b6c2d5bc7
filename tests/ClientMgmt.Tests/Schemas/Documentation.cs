using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace ClientMgmt.Tests.Schemas;

/// <summary>What the documentation of a property says to readers of JSON.</summary>
internal static class Documentation
{
    private static readonly Dictionary<string, XElement> s_members = XDocument
        .Load(Path.ChangeExtension(typeof(ClientMetadata).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    public static string Of(Type type) => Text(s_members[$"T:{type.FullName}"].Element("summary")!.Nodes());

    /// <summary>The name in JSON, with which the summary begins; the mark of a translation is <c>#tag</c>.</summary>
    public static string NameOf(PropertyInfo property) => Summary(property).Elements("c").First().Value;

    public static string Of(PropertyInfo property) => Text(Summary(property).Nodes().SkipWhile(n => n is not XElement).Skip(1)).TrimStart(':', ' ');

    /// <summary>The values that the summary names, and the constants of the classes that it refers to.</summary>
    public static string[] KnownValues(PropertyInfo property) =>
    [
        .. s_members[Key(property)].Elements("seealso").SelectMany(Constants),
        .. Summary(property).Elements("c").Skip(1).Select(c => c.Value),
    ];

    private static XElement Summary(PropertyInfo property) => s_members[Key(property)].Element("summary")!;

    private static string Key(PropertyInfo property) => $"P:{property.DeclaringType!.FullName}.{property.Name}";

    private static IEnumerable<string> Constants(XElement reference) =>
        typeof(ClientMetadata).Assembly.GetType(reference.Attribute("cref")!.Value[2..])!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);

    private static string Text(IEnumerable<XNode> nodes) => string.Join(' ', string.Concat(nodes.Select(Text)).Split(
        (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => code.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("cref")?.Value.Split('.')[^1] is { } member =>
            JsonNamingPolicy.SnakeCaseLower.ConvertName(member),
        _ => throw new InvalidOperationException($"No text is known for {node}."),
    };
}
