using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Which JSON values a property takes.</summary>
internal static class ValueRules
{
    /// <summary>Redirect URIs: at most this many printable ASCII characters, absolute, no fragment.</summary>
    private const int RedirectUriLength = 200;

    public static bool Accepts(ServiceState service, Property property, JsonNode value) => property.Kind switch
    {
        PropertyKind.Text => value.AsText() is { } text && Known(service, property, text),
        PropertyKind.Flag => value.AsFlag() is not null,
        PropertyKind.Integer => Number(value) is >= int.MinValue and <= int.MaxValue,
        PropertyKind.LongInteger => Number(value) is not null,
        PropertyKind.TextList => value is JsonArray list && list.All(item => Entry(service, property, item)),
        PropertyKind.TaggedList => value is JsonArray list && list.All(item => Texts(item, "tag", "value")),
        PropertyKind.PairList => value is JsonArray list && list.All(item => Texts(item, "key", "value")),
        _ => value is JsonObject,
    };

    public static bool IsSecret(string? text) =>
        text is { Length: >= 1 and <= 86 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool Entry(ServiceState service, Property property, JsonNode? item) =>
        item.AsText() is { } text && Known(service, property, text) && (property.Name != "redirectUris" || IsRedirectUri(text));

    private static bool Known(ServiceState service, Property property, string text) =>
        property.Values is null
        || service.KeepsUnknown
        || (property.Values.Contains(text) && (service.IsV3 || !KnownValues.V3Only.Contains(text)));

    private static bool IsRedirectUri(string text) =>
        text.Length <= RedirectUriLength
        && text.All(c => c is > ' ' and <= '~')
        && !text.Contains('#', StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && text.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase);

    private static long? Number(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out long number) ? number : null;

    private static bool Texts(JsonNode? item, params string[] names) =>
        item is JsonObject entry && names.All(name => entry[name] is null || entry[name].AsText() is not null);
}
