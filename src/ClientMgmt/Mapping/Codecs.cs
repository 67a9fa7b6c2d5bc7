using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Mapping;

/// <summary>A text, or a word out of a <see cref="Vocabulary"/>.</summary>
internal class TextCodec(Vocabulary? vocabulary = null) : Codec
{
    public override bool IsPlain(JsonElement json) => WireValues.IsPlainText(json);

    public override bool TryRead(JsonElement json, out object? value)
    {
        value = WireValues.StringOrNull(json) is { } text ? vocabulary?.Standard(text) ?? text : null;
        return value is not null;
    }

    public override string Write(object value, string? current) => WireJson.Write(vocabulary?.Vendor((string)value) ?? (string)value);
}

/// <summary>A boolean.</summary>
internal sealed class FlagCodec : Codec
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    public override bool TryRead(JsonElement json, out object? value)
    {
        value = WireValues.Flag(json) is { } flag ? flag ? s_true : s_false : null;
        return value is not null;
    }

    public override string Write(object value, string? current) => WireJson.Write((bool)value);
}

/// <summary>A list of texts, or of words out of a <see cref="Vocabulary"/>.</summary>
internal sealed class TextListCodec(Vocabulary? vocabulary = null) : Codec
{
    public override bool IsPlain(JsonElement json) => WireValues.ArePlainTexts(json);

    public override bool TryRead(JsonElement json, out object? value)
    {
        value = null;
        if (WireValues.Texts(json) is not { } texts)
        {
            return false;
        }

        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = vocabulary?.Standard(texts[i]) ?? texts[i];
        }

        value = ImmutableCollectionsMarshal.AsImmutableArray(texts);
        return true;
    }

    public override string Write(object value, string? current) =>
        WireJson.WriteList(((IReadOnlyList<string>)value).Select(word => vocabulary?.Vendor(word) ?? word));
}

/// <summary>A whole number.</summary>
internal sealed class NumberCodec : Codec
{
    public override bool TryRead(JsonElement json, out object? value)
    {
        value = WireValues.WholeNumber(json);
        return value is not null;
    }

    public override string Write(object value, string? current) => WireJson.Write((int)value);
}

/// <summary>JSON as it is. For a standard property, an object without members stands for nothing.</summary>
internal sealed class JsonCodec : Codec
{
    public override bool TryRead(JsonElement json, out object? value)
    {
        value = json is { ValueKind: JsonValueKind.Object } && json.GetPropertyCount() == 0 ? null : json;
        return true;
    }

    public override string Write(object value, string? current) => ((JsonElement)value).GetRawText();
}

/// <summary>JSON that travels as a text inside the JSON document.</summary>
internal sealed class JsonTextCodec : Codec
{
    public override bool TryRead(JsonElement json, out object? value)
    {
        value = WireValues.StringOrNull(json) is { } text && WireJson.TryParse(text, out JsonElement inner) ? inner : null;
        return value is not null;
    }

    public override string Write(object value, string? current) => WireJson.Write(((JsonElement)value).GetRawText());
}
