using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>customMetadata is JSON text; only the names that the service supports survive.</summary>
internal static class CustomMetadata
{
    public static JsonNode Filter(ServiceState service, JsonNode value)
    {
        if (service.Options.SupportedCustomClientMetadata is not { } supported || !JsonText.TryParse(value.AsText()!, out JsonObject? members))
            return value.DeepClone();
        string[] foreign = [.. members.Select(m => m.Key).Where(name => !supported.Contains(name))];
        if (foreign.Length == 0)
            return value.DeepClone();
        foreach (string name in foreign)
            members.Remove(name);
        return JsonText.Write(members);
    }
}
