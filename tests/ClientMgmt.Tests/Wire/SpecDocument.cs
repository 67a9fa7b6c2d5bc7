using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Wire;

/// <summary>Documents that hold every property of a schema, so that none is forgotten when a specification grows.</summary>
public static class SpecDocument
{
    private static readonly Dictionary<string, YamlMappingNode> s_specs = [];

    public static string Schema(Backend backend) => backend == Backend.DocSpace ? "ClientResponse" : "Client";

    public static IEnumerable<string> Properties(Backend backend, string? schema = null) =>
        PropertiesOf(File(backend), schema ?? Schema(backend)).Select(p => ((YamlScalarNode)p.Key).Value!);

    /// <summary>A client in which each property has a value of its type; the id is 17.</summary>
    public static string Full(Backend backend) => Identified(backend, Sample(File(backend), Schema(backend))).ToJsonString();

    /// <summary>A client in which each property has one value, given as JSON; the id is 17.</summary>
    public static string Filled(Backend backend, string value)
    {
        string id = IdName(backend);
        IEnumerable<string> members = Properties(backend).Where(p => p != id).Select(p => $"\"{p}\":{value}");
        return $"{{\"{id}\":{(backend == Backend.DocSpace ? "\"17\"" : "17")},{string.Join(',', members)}}}";
    }

    public static string IdName(Backend backend) => backend == Backend.DocSpace ? "client_id" : "clientId";

    private static JsonObject Identified(Backend backend, JsonObject client)
    {
        client[IdName(backend)] = backend == Backend.DocSpace ? "17" : 17;
        return client;
    }

    private static JsonObject Sample(string file, string schema)
    {
        var sample = new JsonObject();
        foreach ((YamlNode name, YamlNode property) in PropertiesOf(file, schema))
        {
            sample[((YamlScalarNode)name).Value!] = Value(file, ((YamlScalarNode)name).Value!, (YamlMappingNode)property);
        }

        return sample;
    }

    private static JsonNode? Value(string file, string name, YamlMappingNode property)
    {
        if (Text(property, "$ref") is { } reference)
        {
            return Sample(file, reference.Split('/')[^1]);
        }

        if (property.Children.TryGetValue("allOf", out YamlNode? all))
        {
            return Value(file, name, (YamlMappingNode)((YamlSequenceNode)all)[0]);
        }

        return Text(property, "type") switch
        {
            "string" => $"{name} ü",
            "boolean" => true,
            "integer" => 1234567,
            "array" => new JsonArray(Value(file, name, (YamlMappingNode)property["items"])),
            _ => new JsonObject { ["any"] = 1 },
        };
    }

    private static YamlMappingNode PropertiesOf(string file, string schema) =>
        (YamlMappingNode)Spec(file)["components"]["schemas"][schema]["properties"];

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out YamlNode? value) ? ((YamlScalarNode)value).Value : null;

    private static string File(Backend backend) => backend switch
    {
        Backend.AuthleteV2 => "authlete-v2.yaml",
        Backend.AuthleteV3 => "authlete-v3.yaml",
        _ => "docspace.yaml",
    };

    private static YamlMappingNode Spec(string file)
    {
        lock (s_specs)
        {
            if (!s_specs.TryGetValue(file, out YamlMappingNode? spec))
            {
                string directory = AppContext.BaseDirectory;
                while (!System.IO.File.Exists(Path.Combine(directory, "ClientMgmt.sln")))
                {
                    directory = Path.GetDirectoryName(directory) ?? throw new FileNotFoundException("There is no ClientMgmt.sln above.");
                }

                var stream = new YamlStream();
                using StreamReader reader = System.IO.File.OpenText(Path.Combine(directory, "specs", file));
                stream.Load(reader);
                s_specs[file] = spec = (YamlMappingNode)stream.Documents[0].RootNode;
            }

            return spec;
        }
    }
}
