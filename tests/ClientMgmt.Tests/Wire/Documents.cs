using System.Text.Json.Nodes;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>Clients that hold every property of a specification, so that none is forgotten when it grows. The id is 17.</summary>
internal static class Documents
{
    public static string Schema(Backend backend) => backend == Backend.DocSpace ? "ClientResponse" : "Client";

    public static IEnumerable<string> Properties(Backend backend, string? schema = null) =>
        SpecDocument.Of(backend).PropertyNames(schema ?? Schema(backend));

    /// <summary>A client in which each property has a value of its type.</summary>
    public static string Full(Backend backend)
    {
        JsonObject client = FullClient.Create(SpecDocument.Of(backend), Schema(backend));
        client[IdName(backend)] = backend == Backend.DocSpace ? "17" : 17;
        return client.ToJsonString();
    }

    /// <summary>A client in which each property has one value, given as JSON.</summary>
    public static string Filled(Backend backend, string value)
    {
        string id = IdName(backend);
        IEnumerable<string> members = Properties(backend).Where(p => p != id).Select(p => $"\"{p}\":{value}");
        return $"{{\"{id}\":{(backend == Backend.DocSpace ? "\"17\"" : "17")},{string.Join(',', members)}}}";
    }

    public static string IdName(Backend backend) => backend == Backend.DocSpace ? "client_id" : "clientId";
}
