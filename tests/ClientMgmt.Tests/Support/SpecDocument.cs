using ClientMgmt.Sandbox;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Support;

/// <summary>A specification, read as the YAML that it is.</summary>
internal sealed class SpecDocument
{
    private readonly YamlMappingNode _root;

    private SpecDocument(string name)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.ReadAllText("specs", name + ".yaml")));
        _root = (YamlMappingNode)yaml.Documents[0].RootNode;
        Name = name;
    }

    public static SpecDocument AuthleteV2 { get; } = new("authlete-v2");

    public static SpecDocument AuthleteV3 { get; } = new("authlete-v3");

    public static SpecDocument DocSpace { get; } = new("docspace");

    public static SpecDocument Registration { get; } = new("registration");

    public static IEnumerable<SpecDocument> All => [AuthleteV2, AuthleteV3, DocSpace, Registration];

    public string Name { get; }

    public IEnumerable<(string Method, string Path, YamlMappingNode Node)> Operations =>
        from path in Map(_root, "paths").Children
        from method in ((YamlMappingNode)path.Value).Children
        where method.Key.ToString() is "get" or "post" or "put" or "patch" or "delete"
        select (method.Key.ToString().ToUpperInvariant(), path.Key.ToString(), (YamlMappingNode)method.Value);

    public IEnumerable<string> SchemaNames => Map(Map(_root, "components"), "schemas").Children.Keys.Select(k => k.ToString());

    public YamlMappingNode Properties(string schema) =>
        Map(Map(Map(Map(_root, "components"), "schemas"), schema), "properties");

    public IEnumerable<string> PropertyNames(string schema) => Properties(schema).Children.Keys.Select(k => k.ToString());

    public IEnumerable<YamlNode> AllNodes => _root.AllNodes;

    public static SpecDocument Of(Backend backend) => backend switch
    {
        Backend.AuthleteV2 => AuthleteV2,
        Backend.AuthleteV3 => AuthleteV3,
        Backend.DocSpace => DocSpace,
        _ => Registration,
    };

    public static SpecDocument Of(AuthleteVersion version) => version == AuthleteVersion.V2 ? AuthleteV2 : AuthleteV3;

    public override string ToString() => Name;

    public static YamlMappingNode Map(YamlNode node, string key) => (YamlMappingNode)node[key];

    public static string? Text(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out YamlNode? value) ? value.ToString() : null;
}
