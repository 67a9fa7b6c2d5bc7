using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Cli.Output;

/// <summary>A client as a document: what the server says of it, then its metadata by standard names, then the vendor's own.</summary>
internal static class ClientDocument
{
    public const string ClientId = "client_id";
    public const string Extensions = "extensions";
    public const string Redacted = "[redacted]";

    /// <summary>What a document says beside the metadata; none of it can be set like metadata.</summary>
    public static IReadOnlyList<string> Facts { get; } =
        [ClientId, "client_secret", "client_secret_expires_at", "enabled", "created_at", "client_id_issued_at", "modified_at"];

    public static JsonObject Of(OAuthClient client, bool showSecrets) => Of(client, showSecrets, showSecrets);

    /// <param name="client">The client.</param>
    /// <param name="showSecret">Whether its secret is shown.</param>
    /// <param name="showKeys">Whether private parts of its keys are.</param>
    public static JsonObject Of(OAuthClient client, bool showSecret, bool showKeys)
    {
        var document = new JsonObject { [ClientId] = client.ClientId };
        Add(document, "client_secret", Text(client.ClientSecret, showSecret));
        Add(document, "client_secret_expires_at", client.ClientSecretExpiresAt == DateTimeOffset.MaxValue ? "never" : Text(client.ClientSecretExpiresAt));
        Add(document, "enabled", client.Enabled);
        Add(document, "created_at", Text(client.CreatedAt));
        Add(document, "modified_at", Text(client.ModifiedAt));
        foreach (string name in ClientMetadata.StandardNames)
        {
            JsonNode? value = Node(client.Metadata.GetValue(name));
            Add(document, name, name == "jwks" && !showKeys ? PublicJwks.Of(value) : value);
        }

        if (client.Metadata.Extensions.Count > 0)
        {
            // What is no set of keys may hold one all the same.
            string? hidden = showKeys ? null : client.Metadata.FindUnexpressed("jwks");
            document[Extensions] = new JsonObject(client.Metadata.Extensions.OrderBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => KeyValuePair.Create(e.Key, e.Key == hidden ? Redacted : Node(e.Value))));
        }

        return document;
    }

    /// <summary>The same as lines of a table, without the properties that were never set.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(JsonObject document) => document.SelectMany(member =>
        member is { Key: Extensions, Value: JsonObject extensions }
            ? extensions.Where(IsSet).Select(e => ($"{Extensions}.{e.Key}", Cell(e.Value)))
            : ClientMetadata.StandardNames.Contains(member.Key) && !IsSet(member) ? []
            : [(member.Key, Cell(member.Value))]);

    public static string? Text(Secret? secret, bool show) => show ? secret?.Reveal() : secret?.ToString();

    public static string? Text(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool IsSet(KeyValuePair<string, JsonNode?> member) =>
        !ServerValues.IsNothing(member.Value?.Deserialize<JsonElement>());

    private static string Cell(JsonNode? value) => value switch
    {
        JsonArray list when list.All(v => v is not (JsonObject or JsonArray)) => string.Join(", ", list.Select(v => v?.ToString() ?? "null")),
        JsonObject or JsonArray => JsonText.Short(value.Deserialize<JsonElement>()),
        _ => value?.ToString() ?? "null",
    };

    private static JsonNode? Node(JsonElement? value) => value is { } element ? JsonSerializer.SerializeToNode(element) : null;

    private static void Add(JsonObject document, string name, JsonNode? value)
    {
        if (value is not null)
        {
            document[name] = value;
        }
    }
}
