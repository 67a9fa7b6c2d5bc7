using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>
/// The alias of a client's id. A backend may give one to each client: the id itself, until somebody sets another. That one says
/// nothing, and would be wrong for any other client.
/// </summary>
internal static class ClientAlias
{
    /// <summary>The metadata without an alias that is the client's own id, and without a switch that is not to be set.</summary>
    public static ClientMetadata Drop(OAuthClient client, Capabilities capabilities) =>
        capabilities.ClientIdAlias is { } alias && Find(client, capabilities) is null
            ? WithoutSwitch(client.Metadata.WithoutExtension(alias.Property), alias)
            : client.Metadata;

    /// <summary>The same for another provider: there, an alias stays switched on or off as it is here.</summary>
    public static ClientMetadata Carry(OAuthClient client, Capabilities source, Capabilities target)
    {
        if (source.ClientIdAlias is not { } alias || Find(client, source) is null)
        {
            return Drop(client, source);
        }

        bool isNeedless = alias.Switch is { } name && IsOn(client, name) && !target.CanSetAtCreation(name);
        return isNeedless ? WithoutSwitch(client.Metadata, alias) : client.Metadata;
    }

    /// <summary>Whether the property is carried even where the source alone decides it.</summary>
    public static bool IsSwitch(string name, Capabilities source) => source.ClientIdAlias?.Switch == name;

    /// <summary>The alias that is not the client's own id; null if there is none.</summary>
    public static string? Find(OAuthClient client, Capabilities capabilities) =>
        capabilities.ClientIdAlias is { } alias
        && client.Metadata.GetValue(alias.Property) is { ValueKind: JsonValueKind.String } value
        && value.GetString() is { Length: > 0 } text && text != client.ClientId
            ? text
            : null;

    /// <summary>Whether applications can call the client by its alias.</summary>
    public static bool Counts(OAuthClient client, Capabilities capabilities) =>
        !IsBesideTheId(capabilities) || IsOn(client, capabilities.ClientIdAlias!.Switch!);

    /// <summary>Whether applications can call a client of which the alias counts by its own id too.</summary>
    public static bool IsBesideTheId(Capabilities capabilities) =>
        capabilities.ClientIdAlias is { Switch: { } name } && CanBeSwitched(name, capabilities);

    /// <summary>The vendor's properties that make a client answer to an id.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Set(ClientIdAlias alias, string id, Capabilities target) =>
    [
        (alias.Property, JsonSerializer.SerializeToElement(id)),
        .. alias.Switch is { } name && CanBeSwitched(name, target) ? new[] { (name, JsonSerializer.SerializeToElement(true)) } : [],
    ];

    private static bool CanBeSwitched(string name, Capabilities capabilities) =>
        capabilities.CanSetAtCreation(name) || capabilities.CanUpdate(name);

    private static bool IsOn(OAuthClient client, string name) => client.Metadata.GetValue(name) is { ValueKind: JsonValueKind.True };

    private static ClientMetadata WithoutSwitch(ClientMetadata metadata, ClientIdAlias alias) =>
        alias.Switch is { } name ? metadata.WithoutExtension(name) : metadata;
}
