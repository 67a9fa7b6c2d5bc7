using ClientMgmt.JsonText;
using ClientMgmt.Mapping;
using ClientMgmt.Values;

namespace ClientMgmt.DynamicRegistration;

/// <summary>The table of a server: the names are the standard's own, and the profile says what becomes of each.</summary>
internal static class RegistrationProperties
{
    /// <summary>They open the client, or are about that. What shows a client never shows these.</summary>
    public static IReadOnlyList<string> Key { get; } = [ClientInformation.RegistrationAccessToken, ClientInformation.RegistrationClientUri];

    private static readonly IssuedNames s_issued = new(
        ClientInformation.ClientId,
        ClientInformation.ClientSecret,
        Enabled: null,
        ClientInformation.ClientIdIssuedAt,
        ClientInformation.UpdatedAt,
        ClientInformation.ClientSecretExpiresAt,
        Hidden: Key);

    private static readonly HashSet<string> s_names = [.. ClientInformation.All];

    // By language too, where the name is one that people read.
    private static readonly StandardProperty[] s_properties =
        [.. StandardProperty.All.Where(p => s_names.Contains(p.IsTagged ? p.Key[..^1] : p.Key))];

    /// <summary>The rows that stand for many members.</summary>
    public static IReadOnlyList<string> Tagged { get; } = [.. s_properties.Where(p => p.IsTagged).Select(p => p.Key)];

    public static MetadataMap For(ServerProfile profile) => new(
        s_properties.Select(property => Row(property, profile))
            .Concat(profile.Misnamed.Values.Select(name => MetadataMapping.Vendor(name))),
        s_issued,
        profile.Kept is null
            ? MetadataMapping.Vendor("", remark: "the server may drop what it does not know")
            : MetadataMapping.Vendor("", settable: false, "the server drops what it does not know"));

    private static MetadataMapping Row(StandardProperty property, ServerProfile profile)
    {
        string name = property.Key;
        string? obstacle = profile.Refused.Names(name) ? "the server refuses any request with it"
            : profile.Dropped.Names(name) || profile.Kept?.Names(name) == false ? "the server takes it and does not store it"
            : null;
        PropertyRemoval removal = profile.RemovalOf(name);
        return new MetadataMapping(
            new MetadataCapability(name)
            {
                SettableAtCreation = obstacle is null,
                Updatable = obstacle is null,
                RequiredAtCreation = obstacle is null && profile.Required.Contains(name),
                Remark = obstacle
                    ?? (profile.NeverShown.Contains(name) ? "the server never shows it, so nothing confirms it" : null),
            },
            name,
            CodecOf(property))
        {
            Default = profile.Defaults.GetValueOrDefault(name),
            DefaultValue = profile.Defaults.GetValueOrDefault(name) is not { } known ? null : property.Type == typeof(bool) ? known == "true" : known,
            Cleared = removal switch
            {
                PropertyRemoval.Null => WireJson.Null,
                PropertyRemoval.Empty => EmptyOf(property),
                _ => null,
            },
            WhyNotCleared = removal == PropertyRemoval.None ? "the server keeps it when it is left out, null or empty" : null,
        };
    }

    private static Codec CodecOf(StandardProperty property) =>
        property.IsTagged ? new TaggedMembers()
        : property.Type == typeof(string) ? new TextCodec()
        : property.Type == typeof(bool) ? new FlagCodec()
        : property.Type == typeof(int) ? new NumberCodec()
        : property.Type == typeof(IReadOnlyList<string>) ? new TextListCodec()
        : new JsonCodec();

    private static string? EmptyOf(StandardProperty property) =>
        property.IsTagged || property.Type == typeof(int) ? null
        : property.Type == typeof(string) ? WireJson.Write("")
        : property.Type == typeof(bool) ? WireJson.Write(false)
        : property.Type == typeof(IReadOnlyList<string>) ? WireJson.WriteList([])
        : """{"keys":[]}""";
}
