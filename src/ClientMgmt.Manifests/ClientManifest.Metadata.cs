using System.Collections.Immutable;
using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <content>From a client to its manifest and back.</content>
public sealed partial record ClientManifest
{
    /// <summary>
    /// Describes a client as it is, without its secret, without what only the server sets, and without what is not set.
    /// Lists that are sets are sorted, so that the same client gives the same manifest.
    /// </summary>
    /// <remarks>
    /// Left out is also what would say the same thing twice: the part of a vendor property that a standard property tells
    /// (<see cref="Capabilities.GetVendorPart"/>), Authlete's <c>clientIdAlias</c> where it is the client's own id, and
    /// <c>jwks</c> where it holds a private key, because that is a secret. What no manifest can hold is left out too;
    /// <see cref="FindLosses"/> tells it.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="capabilities">What its backend can store.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public static ClientManifest From(OAuthClient client, Capabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(capabilities);
        ClientMetadata metadata = ClientAlias.Drop(client, capabilities);
        HashSet<string> unwritable = Unwritable.Names(metadata);
        return new ClientManifest
        {
            ClientId = client.ClientId,
            Enabled = client.Enabled,
            Values = ClientMetadata.StandardNames.Where(name => CanStore(capabilities, name))
                .Select(name => (Name: name, Value: metadata.GetValue(name)))
                .Where(v => v.Value is { } value && !MetadataRules.IsEmpty(v.Name, value) && !PrivateKeys.IsIn(v.Name, value))
                .ToImmutableDictionary(v => v.Name, v => MetadataRules.Sorted(v.Name, v.Value!.Value)),
            Extensions = metadata.Extensions.Where(e => CanStore(capabilities, e.Key) && !unwritable.Contains(e.Key))
                .Select(e => (Name: e.Key, Value: capabilities.GetVendorPart(e.Key, e.Value)))
                .Where(e => e.Value is { } value && !MetadataRules.IsEmpty(e.Name, value))
                .ToImmutableDictionary(e => e.Name, e => e.Value!.Value),
        };
    }

    /// <summary>
    /// Tells what of a client no manifest can hold: a value that its standard property cannot express
    /// (<see cref="ClientMetadata.FindUnexpressed"/>), and a vendor's property whose name means something else in a manifest.
    /// A manifest leaves it at the server as it is.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public static IReadOnlyList<PropertyLoss> FindLosses(OAuthClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return [.. Unwritable.Losses(client.Metadata)];
    }

    /// <summary>Returns what a client becomes by this manifest.</summary>
    /// <remarks>
    /// Of a vendor property that is an object, only the members that the manifest names are altered, at any depth; null
    /// removes a member. A standard property is replaced as a whole.
    /// </remarks>
    /// <param name="current">What the client is; new metadata for a client that is to be created.</param>
    /// <param name="capabilities">What its backend can store.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    /// <exception cref="ArgumentException">A value is not of the property's type.</exception>
    public ClientMetadata ApplyTo(ClientMetadata current, Capabilities capabilities)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(capabilities);
        ClientMetadata result = current;
        foreach ((string name, JsonElement value) in Values)
        {
            result = Unwritable.Find(result, name) is null && MetadataRules.Meets(name, result.GetValue(name), value) ? result
                : MetadataRules.IsEmpty(name, value) ? result.WithoutValue(name)
                : result.WithValue(name, value);
        }

        foreach ((string name, JsonElement value) in Extensions)
        {
            JsonElement? known = result.Extensions.TryGetValue(name, out JsonElement set) ? set : null;
            result = VendorMerge.Apply(capabilities, name, known, value) is { } merged
                ? result.WithExtension(name, merged)
                : result.WithoutExtension(name);
        }

        return result;
    }

    private static bool CanStore(Capabilities capabilities, string name) =>
        capabilities.CanSetAtCreation(name) || capabilities.CanUpdate(name);
}
