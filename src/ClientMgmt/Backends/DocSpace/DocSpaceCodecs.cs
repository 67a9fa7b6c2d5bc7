using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ClientMgmt.Mapping;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.DocSpace;

/// <summary>
/// The description. It is cleared by an empty text, because some servers' caches turn null into the text "null", which
/// is read as what it stands for.
/// </summary>
internal sealed class DescriptionCodec : TextCodec
{
    public static bool IsThere(JToken? token) => token?.Type == JTokenType.String && (string)token! is not "null";

    public override bool TryRead(JToken token, out object? value)
    {
        bool isText = base.TryRead(token, out value);
        value = value is "" || !IsThere(token) ? null : value;
        return isText;
    }

    public override JToken Clear(JToken? current) => "";
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
    public override bool TryRead(JToken token, out object? value)
    {
        value = token is JArray scopes && scopes.All(s => s.Type == JTokenType.String && !((string)s!).Contains(' '))
            ? string.Join(' ', scopes.Select(s => (string)s!))
            : null;
        return value is not null;
    }

    public override JToken Write(object value, JToken? current) => new JArray(MetadataValues.Words((string)value));

    public override string? Reject(object value) =>
        MetadataValues.Words((string)value).Count == 0 ? "must name at least one scope" : null;
}

/// <summary>One URL in requests, an array in answers.</summary>
internal sealed class SingleUriCodec : Codec
{
    private readonly TextListCodec _list = new();

    public override bool TryRead(JToken token, out object? value) => _list.TryRead(token, out value);

    public override JToken Write(object value, JToken? current) => ((IReadOnlyList<string>)value)[0];

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

    public override bool TryRead(JToken token, out object? value)
    {
        ImmutableArray<string> methods = token is JArray array
            ? [.. array.Where(m => m.Type == JTokenType.String).Select(m => (string)m!)]
            : [];
        value = methods.Contains(ClientAuthenticationMethods.None) ? ClientAuthenticationMethods.None
            : methods.Contains(ClientAuthenticationMethods.ClientSecretPost) ? ClientAuthenticationMethods.ClientSecretPost
            : null;
        return true;
    }

    public override JToken Write(object value, JToken? current) => (string)value == ClientAuthenticationMethods.None;

    public override JToken Clear(JToken? current) => false;

    public override string? Reject(object value) =>
        value is ClientAuthenticationMethods.None or ClientAuthenticationMethods.ClientSecretPost
            ? null
            : "must be client_secret_post, or none to allow PKCE without the secret";
}
