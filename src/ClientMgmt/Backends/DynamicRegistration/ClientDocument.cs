using System.Runtime.InteropServices;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Mapping;
using ClientMgmt.Values;

namespace ClientMgmt.DynamicRegistration;

/// <summary>
/// A client as a server tells it, brought into one form: with a list where a list is due and a text where a text
/// is, and without what only says that nothing is set.
/// </summary>
internal static class ClientDocument
{
    private static readonly NameTable<StandardProperty> s_standard = new(StandardProperty.All, property => property.Key);

    // RFC 7592 section 2.2: a request must not hold them, or only as the id and the secret that the client has.
    private static readonly string[] s_issued =
    [
        ClientInformation.ClientId, ClientInformation.ClientSecret, ClientInformation.ClientSecretExpiresAt,
        ClientInformation.ClientIdIssuedAt, ClientInformation.UpdatedAt, .. RegistrationProperties.Key,
    ];

    /// <param name="answer">The answer of the server.</param>
    /// <param name="profile">What the server is.</param>
    public static JsonElement Read(JsonElement answer, ServerProfile profile) =>
        profile.Misnamed.Count == 0 && IsInForm(answer) ? answer : Rewrite(answer, profile);

    // As almost all servers tell almost all clients: then nothing is made anew.
    private static bool IsInForm(JsonElement answer)
    {
        foreach (JsonProperty member in answer.EnumerateObject())
        {
            JsonElement value = member.Value;
            bool isInForm = value.ValueKind switch
            {
                JsonValueKind.Null => false,
                JsonValueKind.String => !value.ValueEquals(""u8) && TypeOf(member) != typeof(IReadOnlyList<string>) && !JsonMarshal.GetRawUtf8PropertyName(member).ContainsAny("#\\"u8),
                JsonValueKind.Array => TypeOf(member) != typeof(string),
                JsonValueKind.Object => value.GetPropertyCount() > 0,
                _ => true,
            };
            if (!isInForm)
            {
                return false;
            }
        }

        return true;
    }

    private static JsonElement Rewrite(JsonElement answer, ServerProfile profile)
    {
        var document = new WireObject();
        var names = new List<string>();
        foreach (JsonProperty member in answer.EnumerateObject())
        {
            string name = WireJson.NameOf(member);
            name = profile.Misnamed.GetValueOrDefault(name, name);
            names.Add(name);
            document[name] = Text(name, member.Value, profile);
        }

        TaggedMembers.Fold(document, names, RegistrationProperties.Tagged.Contains);
        return JsonElement.Parse(document.ToText());
    }

    /// <summary>Whether a client that is to be created has grants, none of which begins at the authorization endpoint, and says nothing of response types.</summary>
    public static bool NeedsNoResponses(IReadOnlyList<MetadataChange> changes) =>
        changes.FirstOrDefault(c => c.Mapping.Name == ClientInformation.GrantTypes)?.Value is IReadOnlyList<string> grants
        && !grants.Any(g => g is GrantTypes.AuthorizationCode or GrantTypes.Implicit)
        && changes.All(c => c.Mapping.Name != ClientInformation.ResponseTypes);

    /// <summary>What an answer in a vendor's own names says of the key, in the standard's.</summary>
    public static JsonElement ReadOwn(JsonElement answer)
    {
        var document = new WireObject();
        (string Own, string Name)[] names =
            [(OwnRepresentation.ClientId, ClientInformation.ClientId), (OwnRepresentation.RegistrationAccessToken, ClientInformation.RegistrationAccessToken)];
        foreach ((string own, string name) in names)
        {
            document[name] = answer.Member(own) is { ValueKind: JsonValueKind.String } value ? value.GetRawText() : null;
        }

        return JsonElement.Parse(document.ToText());
    }

    /// <summary>Begins an update with what it would else take away: all that the client is, or on some servers a part of it.</summary>
    /// <param name="current">The client as it is.</param>
    /// <param name="profile">What the server is.</param>
    public static WireObject BeginUpdate(JsonElement current, ServerProfile profile)
    {
        var body = new WireObject();
        body[ClientInformation.ClientId] = current.Member(ClientInformation.ClientId).GetRawText();
        foreach (JsonProperty member in current.EnumerateObject())
        {
            string name = WireJson.NameOf(member);
            if (!s_issued.Contains(name) && (!profile.KeepsOmitted || profile.ResetByOmission.Contains(name)))
            {
                body[name] = member.Value.GetRawText();
            }
        }

        return body;
    }

    // Null leaves the member out.
    private static string? Text(string name, JsonElement value, ServerProfile profile) => value.ValueKind switch
    {
        JsonValueKind.Null => null,

        // What was removed by an empty text is shown as one.
        JsonValueKind.String when profile.RemovalOf(name) == PropertyRemoval.Empty && value.ValueEquals("") => null,
        JsonValueKind.Object when name == ClientInformation.Jwks && value.GetPropertyCount() == 0 => null,
        JsonValueKind.String when IsList(name) => WireJson.WriteArray([value.GetRawText()]),
        JsonValueKind.Array when IsText(name) && WireValues.Texts(value) is { } texts && (texts.Length == 1 || name == ClientInformation.Scope) =>
            WireJson.Write(string.Join(' ', texts)),
        _ => value.GetRawText(),
    };

    private static Type TypeOf(JsonProperty member) => s_standard.Find(member)?.Type ?? typeof(JsonElement);

    private static bool IsList(string name) => StandardProperty.OfKey(name)?.Type == typeof(IReadOnlyList<string>);

    private static bool IsText(string name) => StandardProperty.OfKey(name)?.Type == typeof(string);
}
