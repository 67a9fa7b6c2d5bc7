using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Writing properties that may have no value, the way the service shows those.</summary>
internal static class Unset
{
    public static void Write(JsonObject target, Property property, JsonNode? value, AuthleteUnset style)
    {
        value ??= property.Kind switch
        {
            _ when style == AuthleteUnset.Sparse => null,
            PropertyKind.Flag => false,
            PropertyKind.Integer or PropertyKind.LongInteger => 0,
            _ => null,
        };
        WriteValue(target, property.Name, value, style);
    }

    public static void WriteValue(JsonObject target, string name, JsonNode? value, AuthleteUnset style)
    {
        if (value is not null || style == AuthleteUnset.Null)
            target[name] = value;
        else
            target.Remove(name);
    }
}
