using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientMgmt.Cli.Output;

/// <summary>The key to a client as a document.</summary>
internal static class RegistrationDocument
{
    private const string Address = "registration_client_uri";
    private const string Key = "registration_access_token";

    public static JsonObject Of(ClientRegistration registration, bool showKey)
    {
        var document = new JsonObject
        {
            [ClientDocument.ClientId] = registration.ClientId,
            [Address] = registration.ClientUri.OriginalString,
            [Key] = ClientDocument.Text(registration.AccessToken, showKey),
        };
        AddTimes(document, registration.SavedAt, registration.ChangeBegunAt);
        return document;
    }

    public static JsonObject Of(RegistrationEntry entry)
    {
        var document = new JsonObject { [ClientDocument.ClientId] = entry.ClientId };
        AddTimes(document, entry.SavedAt, entry.ChangeBegunAt);
        return document;
    }

    /// <summary>What such a document says; null if it is none.</summary>
    public static (string ClientId, string Address, string Key)? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject document && Text(document, ClientDocument.ClientId) is { } id
                && Text(document, Address) is { } address && Text(document, Key) is { } key ? (id, address, key) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // Not the exception of the parser, which may show a part of the key.
            return null;
        }
    }

    private static string? Text(JsonObject document, string name) =>
        document[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private static void AddTimes(JsonObject document, DateTimeOffset savedAt, DateTimeOffset? changeBegunAt)
    {
        document["saved_at"] = ClientDocument.Text(savedAt);
        document["change_begun_at"] = ClientDocument.Text(changeBegunAt);
    }
}
