using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>
/// What a server newer than every public document might add to a client: shapes that a careless JSON library damages.
/// </summary>
internal static class FutureProperties
{
    private const string Members = """
        {
          "type": "client",
          "futureNested": { "level": { "list": [1, null, "x", { "deep": true }], "empty": {} }, "$type": "System.Object, mscorlib" },
          "futureBigInteger": 123456789012345678901234567890,
          "futureDecimal": 0.12345678901234567890123456789,
          "futureExponent": 1.50E+2,
          "futureDate": "2026-01-02T03:04:05.123456789+02:00",
          "futureNull": null,
          "futureEmptyList": [],
          "$type": "Future.Client, Future",
          "$id": "1",
          "$ref": "2",
          "$values": [1]
        }
        """;

    // Only where the caller left the value open, so that what was asked for is what is read back.
    public static void Add(JsonObject client, AuthleteVersion version)
    {
        foreach ((string name, JsonNode? value) in JsonNode.Parse(Members)!.AsObject())
            client.TryAdd(name, value?.DeepClone());
        if (client["applicationType"] is null)
            client["applicationType"] = "FUTURE_APPLICATION_TYPE";
        if (version == AuthleteVersion.V3 && client["fapiModes"] is null)
            client["fapiModes"] = new JsonArray("FAPI2_SECURITY", "FAPI2_MESSAGE_SIGNING_RESOURCE_REQ");
    }
}
