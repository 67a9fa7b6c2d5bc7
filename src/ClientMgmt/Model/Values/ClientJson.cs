using System.Globalization;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Values;

/// <summary>
/// The names in a client's JSON, which both serializers write and read: what the server issued, the standard properties
/// by their own names, and the vendor's.
/// </summary>
internal static class ClientJson
{
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";
    public const string ClientSecretExpiresAt = "client_secret_expires_at";
    public const string ClientIdIssuedAt = "client_id_issued_at";
    public const string Enabled = "enabled";
    public const string ModifiedAt = "modified_at";

    /// <summary>The member for those of the vendor's properties whose names mean something else in this JSON.</summary>
    public const string Extensions = "extensions";

    private static readonly JsonDocumentOptions s_anyDepth =
        new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>What a server issues; metadata hold none of it.</summary>
    public static IReadOnlyList<string> Issued { get; } =
        [ClientId, ClientSecret, ClientSecretExpiresAt, ClientIdIssuedAt, Enabled, ModifiedAt];

    /// <summary>Whether a vendor's property of that name has to stand in <see cref="Extensions"/>.</summary>
    public static bool IsTaken(string name) => name == Extensions || Issued.Contains(name)
        || StandardProperty.Named(name) is not null || Translated(name) is not null || !UnicodeText.IsValid(name);

    /// <summary>What <c>client_name#de</c> is a translation in; null if the name is no such.</summary>
    public static StandardProperty? Translated(string name) =>
        name.IndexOf('#', StringComparison.Ordinal) is >= 0 and int mark ? StandardProperty.OfKey(name[..(mark + 1)]) : null;

    /// <summary>Parses a text however deep it is: who read it before has set a limit.</summary>
    public static JsonElement Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text, s_anyDepth);
        return document.RootElement.Clone();
    }

    /// <summary>What the JSON of a client holds, in order: each value is a <see cref="JsonElement"/> or a <see cref="Secret"/>.</summary>
    public static IEnumerable<(string Name, object Value)> MembersOf(OAuthClient client)
    {
        (string Name, object? Value)[] issued =
        [
            (ClientId, Json(client.ClientId)),
            (ClientSecret, client.ClientSecret),
            (ClientSecretExpiresAt, client.ClientSecretExpiresAt == DateTimeOffset.MaxValue
                ? Json(0) : Seconds(client.ClientSecretExpiresAt)),
            (ClientIdIssuedAt, Seconds(client.CreatedAt)),
            (Enabled, client.Enabled is { } enabled ? Json(enabled) : null),
            (ModifiedAt, Seconds(client.ModifiedAt)),
        ];
        return issued.Where(m => m.Value is not null).Select(m => (m.Name, m.Value!)).Concat(MembersOf(client.Metadata));
    }

    /// <summary>The same of metadata.</summary>
    public static IEnumerable<(string Name, object Value)> MembersOf(ClientMetadata metadata)
    {
        foreach (StandardProperty property in StandardProperty.All)
        {
            // An empty set of translations has no member for each, but is not the same as none.
            if (metadata.Value(property.Place) is IReadOnlyDictionary<string, string> { Count: > 0 } texts)
            {
                foreach ((string tag, string text) in texts)
                {
                    yield return (property.Key + tag, Json(text));
                }
            }
            else if (metadata.GetValue(property.Name) is { } value)
            {
                yield return (property.Name, value);
            }
        }

        foreach ((string name, JsonElement value) in metadata.Extensions.Where(e => !IsTaken(e.Key)))
        {
            yield return (name, value);
        }

        var apart = new WireObject();
        foreach ((string name, JsonElement value) in metadata.Extensions.Where(e => IsTaken(e.Key)))
        {
            apart[name] = value.GetRawText();
        }

        if (apart.ToText() is not "{}" and var json)
        {
            yield return (Extensions, Parse(json));
        }
    }

    /// <summary>
    /// Whether a serializer might stumble over it: what looks like half of a surrogate pair is JSON, but cannot be read as
    /// a text. It is then written as it stands.
    /// </summary>
    public static bool IsToBeWrittenRaw(JsonElement json) => json.GetRawText().Contains(@"\ud", StringComparison.OrdinalIgnoreCase);

    private static object Json<T>(T value) => JsonSerializer.SerializeToElement(value);

    // A tick is the seventh digit of a fraction.
    private static object? Seconds(DateTimeOffset? time) => time is { } known
        ? Parse((((decimal)(known.UtcTicks - DateTimeOffset.UnixEpoch.Ticks)) / TimeSpan.TicksPerSecond)
            .ToString("0.#######", CultureInfo.InvariantCulture))
        : null;
}
