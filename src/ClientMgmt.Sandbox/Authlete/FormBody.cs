using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>
/// Form bodies. A flat request needs no more than texts; for a whole client the vendor defines no encoding, so
/// scalars are read by their kind, lists from repeated fields or spaces, and nested ones as JSON text.
/// </summary>
internal static class FormBody
{
    public static JsonObject Read(string body)
    {
        var result = new JsonObject();
        foreach (IGrouping<string, KeyValuePair<string, string>> field in Values.Parse(body).Pairs.GroupBy(p => p.Key))
            result[field.Key] = string.Join(' ', field.Select(p => p.Value));
        return result;
    }

    public static JsonObject ToClient(JsonObject form, AuthleteVersion version)
    {
        var kinds = ClientProperties.Client(version).ToDictionary(p => p.Name, p => p.Kind);
        var result = new JsonObject();
        foreach ((string name, JsonNode? value) in form)
        {
            string text = value.AsText()!;
            result[name] = kinds.TryGetValue(name, out PropertyKind kind) ? Convert(kind, text) : text;
        }

        return result;
    }

    private static JsonNode? Convert(PropertyKind kind, string text) => kind switch
    {
        PropertyKind.Flag when bool.TryParse(text, out bool flag) => flag,
        PropertyKind.Integer or PropertyKind.LongInteger
            when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => number,
        PropertyKind.TextList => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToJsonArray(),
        PropertyKind.TaggedList or PropertyKind.PairList or PropertyKind.Extension => Nested(text),
        _ => text,
    };

    private static JsonNode? Nested(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return text;
        }
    }
}
