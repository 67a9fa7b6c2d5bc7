using System.Globalization;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Values;

/// <summary>What a client's JSON holds, in order: each value is a <see cref="JsonElement"/> or a <see cref="Secret"/>.</summary>
internal static class ClientJsonMembers
{
    public static IEnumerable<(string Name, object Value)> Of(OAuthClient client)
    {
        (string Name, object? Value)[] issued =
        [
            (ClientJson.ClientId, Json(client.ClientId)),
            (ClientJson.ClientSecret, client.ClientSecret),
            (ClientJson.ClientSecretExpiresAt, client.ClientSecretExpiresAt == DateTimeOffset.MaxValue
                ? Json(0) : Seconds(client.ClientSecretExpiresAt)),
            (ClientJson.ClientIdIssuedAt, Seconds(client.CreatedAt)),
            (ClientJson.Enabled, client.Enabled is { } enabled ? Json(enabled) : null),
            (ClientJson.ModifiedAt, Seconds(client.ModifiedAt)),
        ];
        return issued.Where(m => m.Value is not null).Select(m => (m.Name, m.Value!)).Concat(Of(client.Metadata));
    }

    public static IEnumerable<(string Name, object Value)> Of(ClientMetadata metadata)
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

        foreach ((string name, JsonElement value) in metadata.Extensions.Where(e => !ClientJson.IsTaken(e.Key)))
        {
            yield return (name, value);
        }

        var apart = new WireObject();
        foreach ((string name, JsonElement value) in metadata.Extensions.Where(e => ClientJson.IsTaken(e.Key)))
        {
            apart[name] = value.GetRawText();
        }

        if (apart.ToText() is not "{}" and var json)
        {
            yield return (ClientJson.Extensions, ClientJson.Parse(json));
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
        ? ClientJson.Parse((((decimal)(known.UtcTicks - DateTimeOffset.UnixEpoch.Ticks)) / TimeSpan.TicksPerSecond)
            .ToString("0.#######", CultureInfo.InvariantCulture))
        : null;
}
