using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Values;

/// <summary>
/// The names in a client's JSON, which both serializers write and read: what the server issued, the standard properties
/// by their own names, and the vendor's.
/// </summary>
internal static class ClientJson
{
    public const string ClientId = "client_id";
    public const string ClientSecret = "client_secret";
    public const string ClientSecretExpiresAt = "client_secret_expires_at";
    public const string ClientIdIssuedAt = "client_id_issued_at";
    public const string Enabled = "enabled";
    public const string ModifiedAt = "modified_at";

    /// <summary>The member for those of the vendor's properties whose names mean something else in this JSON.</summary>
    public const string Extensions = "extensions";

    private static readonly JsonDocumentOptions s_anyDepth =
        new() { MaxDepth = int.MaxValue, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>What a server issues; metadata hold none of it.</summary>
    public static IReadOnlyList<string> Issued { get; } =
        [ClientId, ClientSecret, ClientSecretExpiresAt, ClientIdIssuedAt, Enabled, ModifiedAt];

    /// <summary>Whether a vendor's property of that name has to stand in <see cref="Extensions"/>.</summary>
    public static bool IsTaken(string name) => name == Extensions || Issued.Contains(name)
        || StandardProperty.Named(name) is not null || Translated(name) is not null || !UnicodeText.IsValid(name);

    /// <summary>What <c>client_name#de</c> is a translation in; null if the name is no such.</summary>
    public static StandardProperty? Translated(string name) =>
        name.IndexOf('#', StringComparison.Ordinal) is >= 0 and int mark ? StandardProperty.OfKey(name[..(mark + 1)]) : null;

    /// <summary>Parses a text however deep it is: who read it before has set a limit.</summary>
    public static JsonElement Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text, s_anyDepth);
        return document.RootElement.Clone();
    }
}
