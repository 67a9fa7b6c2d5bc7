using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>
/// Authlete's alias of a client id, which API v3 gives to each client: the id itself, until somebody sets another. That
/// one says nothing, and would be wrong for any other client.
/// </summary>
internal static class ClientAlias
{
    private const string Alias = "clientIdAlias";
    private const string Switch = "clientIdAliasEnabled";

    /// <summary>The metadata without an alias that is the client's own id, and without a switch that is not to be set.</summary>
    public static ClientMetadata Drop(OAuthClient client, Capabilities capabilities) =>
        IsKnown(capabilities) && !HasOwn(client) ? client.Metadata.WithoutExtension(Alias).WithoutExtension(Switch) : client.Metadata;

    /// <summary>The same for another provider: there, an alias stays switched on or off as it is here.</summary>
    public static ClientMetadata Carry(OAuthClient client, Capabilities source, Capabilities target)
    {
        if (!IsKnown(source) || !HasOwn(client))
        {
            return Drop(client, source);
        }

        bool isOn = client.Metadata.GetValue(Switch) is { ValueKind: JsonValueKind.True };
        return isOn && !target.CanSetAtCreation(Switch) ? client.Metadata.WithoutExtension(Switch) : client.Metadata;
    }

    /// <summary>Whether the property is carried even where the source alone decides it.</summary>
    public static bool IsSwitch(string name) => name == Switch;

    private static bool IsKnown(Capabilities capabilities) => capabilities.Metadata.ContainsKey(Alias);

    private static bool HasOwn(OAuthClient client) =>
        client.Metadata.GetValue(Alias) is { ValueKind: JsonValueKind.String } alias
        && alias.GetString() is { Length: > 0 } text && text != client.ClientId;
}
