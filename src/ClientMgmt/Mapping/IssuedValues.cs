using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Mapping;

/// <summary>The JSON names of what <see cref="OAuthClient"/> itself holds, beside the metadata; null for what the backend does not tell.</summary>
/// <param name="ClientId">The id.</param>
/// <param name="ClientSecret">The secret.</param>
/// <param name="Enabled">Whether the client may be used, or the contrary.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="ModifiedAt">When it was last changed.</param>
/// <param name="SecretExpiresAt">When the secret expires.</param>
/// <param name="Hidden">Those of what is shown nowhere.</param>
internal sealed record IssuedNames(
    string ClientId, string ClientSecret, string? Enabled, string CreatedAt, string ModifiedAt, string? SecretExpiresAt = null, IReadOnlyList<string>? Hidden = null)
{
    /// <summary>The names, in the order of <see cref="IssuedValues"/>.</summary>
    public string?[] All { get; } = [ClientId, ClientSecret, Enabled, CreatedAt, ModifiedAt, SecretExpiresAt, .. Hidden ?? []];
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
