using System.Text.Json;
using System.Text.RegularExpressions;
using ClientMgmt.Mapping;
using ClientMgmt.Values;
using ClientMgmt.JsonText;

namespace ClientMgmt.DocSpace;

/// <summary>
/// The description. It is cleared by an empty text, because some servers' caches turn null into the text "null", which
/// is read as what it stands for.
/// </summary>
internal sealed class DescriptionCodec : TextCodec
{
    // The text may stand for nothing.
    public override bool IsPlain(JsonElement json) => false;

    public static bool IsThere(JsonElement json) => WireValues.StringOrNull(json) is not (null or "null");

    public override bool TryRead(JsonElement json, out object? value)
    {
        bool isText = base.TryRead(json, out value);
        value = value is "" || !IsThere(json) ? null : value;
        return isText;
    }

    public override string? Clear(string? current) => WireJson.Write("");

    public override string? Reject(object value) =>
        value is "null" ? "\"null\" cannot be a description: some servers show it if none is set" : null;
}

/// <summary>The logo, which is an image in the text itself.</summary>
internal sealed partial class LogoCodec : TextCodec
{
    public override string? Reject(object value) => DataUri().IsMatch((string)value)
        ? null
        : "must be data:image/<png, jpeg, jpg or svg+xml>;base64,…; DocSpace takes no other URL";

    [GeneratedRegex(@"\Adata:image/(png|jpeg|jpg|svg\+xml);base64,[^\r\n]+\z")]
    private static partial Regex DataUri();
}

/// <summary>The scopes, as an array.</summary>
internal sealed class ScopeListCodec : Codec
{
    public override bool TryRead(JsonElement json, out object? value)
    {
        value = WireValues.Texts(json) is { } scopes && !scopes.Any(s => s.Contains(' ', StringComparison.Ordinal)) ? string.Join(' ', scopes) : null;
        return value is not null;
    }

    public override string Write(object value, string? current) => WireJson.WriteList(MetadataValues.Words((string)value));

    public override string? Reject(object value) =>
        ((string)value).AsSpan().Trim(' ').IsEmpty ? "must name at least one scope" : null;
}

/// <summary>One URL in requests, an array in answers.</summary>
internal sealed class SingleUriCodec : Codec
{
    private readonly TextListCodec _list = new();

    public override bool IsPlain(JsonElement json) => _list.IsPlain(json);

    public override bool TryRead(JsonElement json, out object? value) => _list.TryRead(json, out value);

    public override string Write(object value, string? current) => WireJson.Write(((IReadOnlyList<string>)value)[0]);

    public override string? Reject(object value) =>
        ((IReadOnlyList<string>)value).Count == 1 ? null : "must hold exactly one URL";
}

/// <summary>
/// How a client authenticates. Every DocSpace client has a secret and may send it in the form; <c>none</c> comes on top
/// of that where PKCE is allowed, and stands for the two together. All that a caller can choose is whether it does.
/// </summary>
internal sealed class AuthenticationMethodCodec : Codec
{
    public override bool IsComplete => false;

    public override bool TryRead(JsonElement json, out object? value)
    {
        string?[] methods = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(WireValues.StringOrNull)] : [];
        value = methods.Contains(ClientAuthenticationMethods.None) ? ClientAuthenticationMethods.None
            : methods.Contains(ClientAuthenticationMethods.ClientSecretPost) ? ClientAuthenticationMethods.ClientSecretPost
            : null;
        return true;
    }

    public override string Write(object value, string? current) =>
        WireJson.Write((string)value == ClientAuthenticationMethods.None);

    public override string? Clear(string? current) => WireJson.Write(false);

    public override string? Reject(object value) =>
        value is ClientAuthenticationMethods.None or ClientAuthenticationMethods.ClientSecretPost
            ? null
            : "must be client_secret_post, or none to allow PKCE without the secret";
}
