using System.Collections.Immutable;
using ClientMgmt.Mapping;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Authlete;

/// <summary>Texts by language, as an array of <c>{tag, value}</c>.</summary>
internal sealed class TaggedValuesCodec : Codec
{
    private static readonly string s_tag = Serialization.JsonNames.Of<TaggedValue>(nameof(TaggedValue.Tag));
    private static readonly string s_value = Serialization.JsonNames.Of<TaggedValue>(nameof(TaggedValue.Value));

    public override bool TryRead(JToken token, out object? value)
    {
        value = null;
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (token is not JArray)
        {
            return false;
        }

        foreach (JToken item in token)
        {
            if (item is not JObject { Count: 2 } entry
                || entry[s_tag]?.Type != JTokenType.String
                || entry[s_value]?.Type != JTokenType.String
                || !texts.TryAdd((string)entry[s_tag]!, (string)entry[s_value]!))
            {
                return false;
            }
        }

        value = texts.ToImmutable();
        return true;
    }

    public override JToken Write(object value, JToken? current) => new JArray(
        ((IReadOnlyDictionary<string, string>)value).Select(t => new JObject { [s_tag] = t.Key, [s_value] = t.Value }));
}

/// <summary>Response types, whose words may stand in any order (OAuth 2.0 Multiple Response Types section 3).</summary>
internal sealed class ResponseTypesCodec : Codec
{
    private readonly TextListCodec _list = new(AuthleteVocabulary.ResponseTypes);

    public override bool TryRead(JToken token, out object? value) => _list.TryRead(token, out value);

    public override JToken Write(object value, JToken? current) => _list.Write(
        ((IReadOnlyList<string>)value)
            .Select(type => string.Join(' ', MetadataValues.Words(type).Order(StringComparer.Ordinal)))
            .ToImmutableArray(),
        current);
}

/// <summary>Seconds, where 0 stands for "not set".</summary>
internal sealed class MaxAgeCodec : Codec
{
    public override bool TryRead(JToken token, out object? value)
    {
        long? seconds = token is JValue { Value: long and >= 0 and <= int.MaxValue and long number } ? number : null;
        value = seconds is > 0 ? (int)seconds : null;
        return seconds is not null;
    }

    public override JToken Write(object value, JToken? current) => (int)value;

    public override string? Reject(object value) => (int)value switch
    {
        0 => "Authlete reads 0 as not set, so that authentication at each request cannot be stored",
        < 0 => "must not be negative",
        _ => null,
    };
}

/// <summary>The part of <c>extension</c> that <c>scope</c> stands for; the object holds other settings too.</summary>
internal sealed class RequestableScopesCodec : Codec
{
    private static readonly string s_enabled =
        Serialization.JsonNames.Of<ClientExtension>(nameof(ClientExtension.RequestableScopesEnabled));

    private static readonly string s_scopes =
        Serialization.JsonNames.Of<ClientExtension>(nameof(ClientExtension.RequestableScopes));

    public override bool IsComplete => false;

    public override bool TryRead(JToken token, out object? value)
    {
        value = token is JObject extension
            && extension[s_enabled] is JValue { Value: true }
            && extension[s_scopes] is JArray scopes
            && scopes.All(s => s.Type == JTokenType.String)
            ? string.Join(' ', scopes.Select(s => (string)s!))
            : null;
        return true;
    }

    public override JToken Write(object value, JToken? current) =>
        With(current, true, new JArray(MetadataValues.Words((string)value)));

    public override JToken? Rest(JToken token)
    {
        if (token is not JObject extension)
        {
            return token;
        }

        var rest = (JObject)extension.DeepClone();
        rest.Remove(s_enabled);
        rest.Remove(s_scopes);
        return rest;
    }

    public override JToken Clear(JToken? current) => With(current, false, null);

    private static JObject With(JToken? current, bool enabled, JArray? scopes)
    {
        JObject extension = current is JObject existing ? (JObject)existing.DeepClone() : [];
        extension[s_enabled] = enabled;
        extension[s_scopes] = scopes;
        return extension;
    }
}
