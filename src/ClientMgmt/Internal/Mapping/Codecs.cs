using System.Collections.Immutable;
using System.Text.Json;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Mapping;

/// <summary>Any JSON value, as it is.</summary>
internal sealed class RawCodec : Codec
{
    public override bool TryRead(JToken token, out object? value)
    {
        value = WireJson.ToElement(token);
        return true;
    }

    public override JToken Write(object value, JToken? current) => WireJson.ToToken((JsonElement)value);
}

/// <summary>A text, or a word out of a <see cref="Vocabulary"/>.</summary>
internal class TextCodec(Vocabulary? vocabulary = null) : Codec
{
    public override bool TryRead(JToken token, out object? value)
    {
        value = token.Type == JTokenType.String ? vocabulary.ToStandard((string)token!) : null;
        return value is not null;
    }

    public override JToken Write(object value, JToken? current) => vocabulary.ToVendor((string)value);
}

/// <summary>A boolean.</summary>
internal sealed class FlagCodec : Codec
{
    public override bool TryRead(JToken token, out object? value)
    {
        value = token.Type == JTokenType.Boolean ? (bool)token : null;
        return value is not null;
    }

    public override JToken Write(object value, JToken? current) => (bool)value;
}

/// <summary>A list of texts, or of words out of a <see cref="Vocabulary"/>.</summary>
internal sealed class TextListCodec(Vocabulary? vocabulary = null) : Codec
{
    public override bool TryRead(JToken token, out object? value)
    {
        value = token is JArray array && array.All(item => item.Type == JTokenType.String)
            ? array.Select(item => vocabulary.ToStandard((string)item!)).ToImmutableArray()
            : null;
        return value is not null;
    }

    public override JToken Write(object value, JToken? current) =>
        new JArray(((IReadOnlyList<string>)value).Select(vocabulary.ToVendor));
}

/// <summary>JSON that travels as a text inside the JSON document.</summary>
internal sealed class JsonTextCodec : Codec
{
    public override bool TryRead(JToken token, out object? value)
    {
        value = token.Type == JTokenType.String && WireJson.TryParse((string)token!, out JsonElement json) ? json : null;
        return value is not null;
    }

    public override JToken Write(object value, JToken? current) => ((JsonElement)value).GetRawText();
}
