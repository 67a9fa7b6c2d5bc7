using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What a newer server might add to a client, in shapes that a careless JSON library damages.</summary>
internal static class FutureProperties
{
    private const string Members = """
        {
          "future_nested": { "level": { "list": [1, null, "x"], "empty": {} }, "$type": "System.Object, mscorlib" },
          "future_big_integer": 123456789012345678901234567890,
          "future_decimal": 0.12345678901234567890123456789,
          "future_date": "2026-01-02T03:04:05.123456789+02:00",
          "future_null": null,
          "$type": "Future.Client, Future",
          "$id": "1"
        }
        """;

    public static void Add(JsonObject client)
    {
        foreach ((string name, JsonNode? value) in JsonNode.Parse(Members)!.AsObject())
            client.TryAdd(name, value?.DeepClone());
        client["authentication_methods"]!.AsArray().Add("future_method");
    }
}
