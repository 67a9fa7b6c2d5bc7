using System.Text.Json.Nodes;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>Clients that hold every property of a specification, so that none is forgotten when it grows. The id is 17.</summary>
internal static class Documents
{
    public static string Schema(Backend backend) => backend switch
    {
        Backend.DocSpace => "ClientResponse",
        Backend.DynamicRegistration => "ClientInformation",
        _ => "Client",
    };

    public static IEnumerable<string> Properties(Backend backend, string? schema = null) =>
        SpecDocument.Of(backend).PropertyNames(schema ?? Schema(backend));

    /// <summary>A client in which each property has a value of its type.</summary>
    public static string Full(Backend backend)
    {
        JsonObject client = FullClient.Create(SpecDocument.Of(backend), Schema(backend));
        client[IdName(backend)] = JsonNode.Parse(Id(backend));
        return client.ToJsonString();
    }

    /// <summary>A client in which each property has one value, given as JSON.</summary>
    public static string Filled(Backend backend, string value)
    {
        string id = IdName(backend);
        IEnumerable<string> members = Properties(backend).Where(p => p != id).Select(p => $"\"{p}\":{value}");
        return $"{{\"{id}\":{Id(backend)},{string.Join(',', members)}}}";
    }

    public static string IdName(Backend backend) => HasTexts(backend) ? "client_id" : "clientId";

    /// <summary>The id as JSON.</summary>
    public static string Id(Backend backend) => HasTexts(backend) ? "\"17\"" : "17";

    // Ids are numbers on Authlete.
    private static bool HasTexts(Backend backend) => backend is Backend.DocSpace or Backend.DynamicRegistration;
}
