using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ClientMgmt.Sandbox.Control;

/// <summary>The switches of the registration server as JSON: the names of the record in camel case.</summary>
internal static class BehaviorJson
{
    private const string Refusals = "refusals";

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static JsonObject Write(DynamicRegistrationBehavior behavior) => (JsonObject)JsonSerializer.SerializeToNode(behavior, s_options)!;

    /// <summary>The same with some switches set anew. Ways of refusing are added to those that there are.</summary>
    public static DynamicRegistrationBehavior Change(DynamicRegistrationBehavior behavior, JsonObject switches)
    {
        JsonObject all = Write(behavior);
        foreach ((string name, JsonNode? value) in switches)
        {
            if (!all.ContainsKey(name))
                throw new ArgumentException($"'{name}' is not known here. Known are {string.Join(", ", all.Select(member => member.Key))}.");
            if (name == Refusals && value is JsonObject rows)
                Add((JsonObject)all[Refusals]!, rows);
            else
                all[name] = value?.DeepClone();
            behavior = Read(all, name);
        }

        return behavior;
    }

    private static void Add(JsonObject all, JsonObject rows)
    {
        foreach ((string mistake, JsonNode? row) in rows)
            all[mistake] = row?.DeepClone();
    }

    private static DynamicRegistrationBehavior Read(JsonObject all, string name)
    {
        try
        {
            return all.Deserialize<DynamicRegistrationBehavior>(s_options)!;
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"'{name}' has a value that it cannot have: {exception.Message}", exception);
        }
    }
}
