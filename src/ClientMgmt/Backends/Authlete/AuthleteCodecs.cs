using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClientMgmt.Authlete.V3;
using ClientMgmt.Mapping;
using ClientMgmt.Values;
using ClientMgmt.JsonText;

namespace ClientMgmt.Authlete;

/// <summary>Texts by language, as an array of <c>{tag, value}</c>.</summary>
internal sealed class TaggedValuesCodec : Codec
{
    // Each is compared with each: of more, none is left to be read later.
    private const int FewLanguages = 8;

    public override bool IsPlain(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > FewLanguages)
        {
            return false;
        }

        int place = 0;
        foreach (JsonElement entry in json.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object
                || entry.GetPropertyCount() != 2
                || !WireValues.IsPlainText(entry.Member(TaggedValue.Value))
                || entry.Member(TaggedValue.Tag) is var tag && (!WireValues.IsPlainText(tag) || IsAmong(tag, json, place++)))
            {
                return false;
            }
        }

        return true;
    }

    public override bool TryRead(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (JsonElement entry in json.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object
                || (entry.GetPropertyCount() != 2
                    && entry.EnumerateObject().Select(WireJson.NameOf).Any(n => n is not (TaggedValue.Tag or TaggedValue.Value)))
                || WireValues.StringOrNull(entry.Member(TaggedValue.Tag)) is not { } tag
                || WireValues.StringOrNull(entry.Member(TaggedValue.Value)) is not { } text
                || !texts.TryAdd(tag, text))
            {
                return false;
            }
        }

        value = texts.ToImmutable();
        return true;
    }

    public override string Write(object value, string? current) => WireJson.WriteArray(
        ((IReadOnlyDictionary<string, string>)value)
            .Select(t => new WireObject { [TaggedValue.Tag] = WireJson.Write(t.Key), [TaggedValue.Value] = WireJson.Write(t.Value) }.ToText()));

    // Whether one of the entries before has the same tag. Nothing is escaped in either.
    private static bool IsAmong(JsonElement tag, JsonElement json, int before)
    {
        foreach (JsonElement entry in json.EnumerateArray())
        {
            if (before-- == 0)
            {
                return false;
            }

            if (JsonMarshal.GetRawUtf8Value(entry.Member(TaggedValue.Tag)).SequenceEqual(JsonMarshal.GetRawUtf8Value(tag)))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Response types, whose words may stand in any order (OAuth 2.0 Multiple Response Types section 3).</summary>
internal sealed class ResponseTypesCodec : Codec
{
    private readonly TextListCodec _list = new(AuthleteVocabulary.ResponseTypes);

    public override bool IsPlain(JsonElement json) => _list.IsPlain(json);

    public override bool TryRead(JsonElement json, out object? value) => _list.TryRead(json, out value);

    public override string Write(object value, string? current) => _list.Write(
        ((IReadOnlyList<string>)value)
            .Select(type => string.Join(' ', MetadataValues.Words(type).Order(StringComparer.Ordinal)))
            .ToImmutableArray(),
        current);
}

/// <summary>Seconds, where 0 stands for "not set".</summary>
internal sealed class MaxAgeCodec : Codec
{
    public override bool TryRead(JsonElement json, out object? value)
    {
        long? seconds = WireValues.Integer(json) is { } number and >= 0 and <= int.MaxValue ? number : null;
        value = seconds is > 0 ? (int)seconds : null;
        return seconds is not null;
    }

    public override string Write(object value, string? current) => WireJson.Write((int)value);

    public override string? Reject(object value) => (int)value switch
    {
        0 => "Authlete reads 0 as not set, so it cannot store that users must log in for each request",
        < 0 => "must not be negative",
        _ => null,
    };
}

/// <summary>The part of <c>extension</c> that <c>scope</c> stands for; the object holds other settings too.</summary>
internal sealed class RequestableScopesCodec : Codec
{
    public override bool IsComplete => false;

    public override bool TryRead(JsonElement json, out object? value)
    {
        value = json.Member(ClientExtension.RequestableScopesEnabled).ValueKind == JsonValueKind.True && WireValues.Texts(json.Member(ClientExtension.RequestableScopes)) is { } scopes
            ? string.Join(' ', scopes)
            : null;
        return true;
    }

    public override string Write(object value, string? current) =>
        With(WireJson.ParseOrNothing(current), WireJson.Write(true), WireJson.WriteList(MetadataValues.Words((string)value)));

    public override JsonElement? Rest(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? JsonElement.Parse(With(json, null, null)) : json;

    public override string? Clear(string? current) => With(WireJson.ParseOrNothing(current), WireJson.Write(false), WireJson.Null);

    private static string With(JsonElement json, string? enabled, string? scopes)
    {
        WireObject extension = json.ValueKind == JsonValueKind.Object ? new WireObject(json) : new WireObject();
        (extension[ClientExtension.RequestableScopesEnabled], extension[ClientExtension.RequestableScopes]) = (enabled, scopes);
        return extension.ToText();
    }
}
