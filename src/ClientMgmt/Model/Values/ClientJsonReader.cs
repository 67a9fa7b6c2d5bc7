using System.Collections.Immutable;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Values;

/// <summary>
/// Reads a client's JSON. Of members with the same name the last one counts; what is null is not set, but for a vendor's
/// property. Throws a <see cref="JsonException"/> with a path if a member is of another type.
/// </summary>
internal static class ClientJsonReader
{
    private const string Root = "$";

    private static readonly ImmutableSortedDictionary<string, string> s_none =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static OAuthClient ReadClient(JsonElement json) => new()
    {
        ClientId = Read(Checked(json), ClientJson.ClientId, StandardProperty.ReadText)
            ?? throw new JsonException($"{ClientJson.ClientId} is missing. Path: {Root}", Root, null, null),
        ClientSecret = Read(json, ClientJson.ClientSecret, ReadSecret),
        ClientSecretExpiresAt = Read(json, ClientJson.ClientSecretExpiresAt, ReadTime),
        CreatedAt = Read(json, ClientJson.ClientIdIssuedAt, ReadTime),
        Enabled = Read(json, ClientJson.Enabled, ReadFlag),
        ModifiedAt = Read(json, ClientJson.ModifiedAt, ReadTime),
        Metadata = ReadMetadata(json),
    };

    public static ClientMetadata ReadMetadata(JsonElement json)
    {
        var values = new StandardValues.Builder();
        var extensions = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty member in Checked(json).EnumerateObject())
        {
            string name = WireJson.NameOf(member);
            JsonElement value = member.Value;
            bool isNull = value.ValueKind == JsonValueKind.Null;
            if (StandardProperty.Named(name) is { } property)
            {
                values.Set(property.Place, isNull ? null : property.Read(value, PathOf(name)));
            }
            else if (ClientJson.Translated(name) is { } translated)
            {
                var texts = (ImmutableSortedDictionary<string, string>?)values[translated.Place];
                string tag = name[translated.Key.Length..];
                values.Set(translated.Place, isNull ? texts?.Remove(tag)
                    : (texts ?? s_none).SetItem(tag, StandardProperty.ReadText(value, PathOf(name))));
            }
            else if (name == ClientJson.Extensions && !isNull)
            {
                foreach (JsonProperty extension in Checked(value, PathOf(name)).EnumerateObject())
                {
                    extensions[WireJson.NameOf(extension)] = extension.Value;
                }
            }
            else if (name != ClientJson.Extensions && !ClientJson.Issued.Contains(name))
            {
                extensions[name] = value;
            }
        }

        return new ClientMetadata(values.Build(), extensions.AsReadOnly());
    }

    private static JsonElement Checked(JsonElement json, string path = Root) =>
        json.ValueKind == JsonValueKind.Object ? json : throw StandardProperty.Wrong(path, "an object");

    // As both serializers write them.
    private static string PathOf(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '#') ? $"{Root}.{name}" : $"{Root}['{name}']";

    private static T? Read<T>(JsonElement json, string name, Func<JsonElement, string, T?> read) =>
        json.Member(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? read(value, PathOf(name)) : default;

    private static Secret? ReadSecret(JsonElement json, string path) => StandardProperty.ReadText(json, path) switch
    {
        Secret.Redacted => null,
        { Length: > 0 } text => new Secret(text),
        _ => throw StandardProperty.Wrong(path, "a text that is not empty"),
    };

    private static bool? ReadFlag(JsonElement json, string path) =>
        WireValues.Flag(json) ?? throw StandardProperty.Wrong(path, "true or false");

    private static DateTimeOffset? ReadTime(JsonElement json, string path) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out decimal seconds)
        && seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds() + 1
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : throw StandardProperty.Wrong(path, "a number of seconds since 1970");
}
