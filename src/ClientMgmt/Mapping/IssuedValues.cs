using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Mapping;

/// <summary>The JSON names of what <see cref="OAuthClient"/> itself holds, beside the metadata; null for what the backend does not tell.</summary>
internal sealed record IssuedNames(
    string ClientId, string ClientSecret, string? Enabled, string CreatedAt, string ModifiedAt, string? SecretExpiresAt = null)
{
    /// <summary>The names, in the order of <see cref="IssuedValues"/>.</summary>
    public string?[] All { get; } = [ClientId, ClientSecret, Enabled, CreatedAt, ModifiedAt, SecretExpiresAt];
}

/// <summary>The same members of one client, as the server sent them; undefined where it did not.</summary>
internal sealed class IssuedValues(JsonElement[] values)
{
    public JsonElement ClientId => values[0];

    public Secret? ClientSecret => ReadSecret(values[1]);

    public JsonElement Enabled => values[2];

    public JsonElement CreatedAt => values[3];

    public JsonElement ModifiedAt => values[4];

    public JsonElement SecretExpiresAt => values[5];

    /// <summary>A secret; null for what is no text, or an empty one.</summary>
    public static Secret? ReadSecret(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && WireValues.Text(value) is { } text ? new Secret(text) : null;
}
