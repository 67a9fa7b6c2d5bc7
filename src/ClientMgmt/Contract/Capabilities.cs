using System.Collections.ObjectModel;
using System.Text.Json;

namespace ClientMgmt;

/// <summary>
/// What a backend can do and store. A program can ask this before it sends anything. It can also ask whether the backend would
/// refuse given metadata.
/// </summary>
/// <remarks>
/// Those of <see cref="IClientManagement.Capabilities"/> come from the tables with which the library translates metadata for the
/// backend. An instance that a test makes with this constructor knows the given lists alone.
/// </remarks>
/// <param name="operations">The operations; one that is not named is not supported.</param>
/// <param name="metadata">The properties; one that is not named cannot be stored.</param>
/// <exception cref="ArgumentNullException">A parameter is null.</exception>
/// <exception cref="ArgumentException">An operation or a property is named twice.</exception>
public class Capabilities(IEnumerable<OperationCapability> operations, IEnumerable<MetadataCapability> metadata)
{
    /// <summary>Every operation of <see cref="IClientManagement"/> and its facets.</summary>
    public IReadOnlyDictionary<ClientOperation, OperationCapability> Operations { get; } = Complete(operations);

    /// <summary>
    /// Every property that the backend knows, by its standard name (<c>redirect_uris</c>; <c>client_name#</c> for the
    /// variants by language) or, where there is none, by the vendor's own.
    /// </summary>
    public IReadOnlyDictionary<string, MetadataCapability> Metadata { get; } =
        metadata.ToDictionary(m => m.Name, StringComparer.Ordinal).AsReadOnly();

    /// <summary>
    /// How the backend compares the ids of clients: without case if upper and lower case mean the same to it. Default:
    /// <see cref="StringComparer.Ordinal"/>.
    /// </summary>
    public StringComparer ClientIdComparer { get; init; } = StringComparer.Ordinal;

    /// <summary>
    /// The second id that a client may have; <see langword="null"/>, the default, if a client answers to its
    /// <see cref="OAuthClient.ClientId"/> alone.
    /// </summary>
    public ClientIdAlias? ClientIdAlias { get; init; }

    /// <summary>
    /// Which secrets <see cref="IClientManagement.SetSecretAsync"/> takes; <see langword="null"/>, the default, if no rule is known.
    /// </summary>
    public SecretRule? SecretRule { get; init; }

    /// <summary>Whether the backend can do this.</summary>
    /// <param name="operation">The operation.</param>
    /// <exception cref="KeyNotFoundException"><paramref name="operation"/> is not a defined value.</exception>
    public bool Supports(ClientOperation operation) => Operations[operation].Supported;

    /// <summary>
    /// Whether a property can be set when a client is created. A vendor's property that no specification names can be set if the
    /// backend passes such properties on, because a newer server may know them.
    /// </summary>
    /// <param name="name">A standard name such as <c>redirect_uris</c>, or a vendor's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool CanSetAtCreation(string name) => Find(name).SettableAtCreation;

    /// <summary>Whether a property can be changed later; see <see cref="CanSetAtCreation"/> for unknown ones.</summary>
    /// <param name="name">A standard name such as <c>redirect_uris</c>, or a vendor's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool CanUpdate(string name) => Find(name).Updatable;

    /// <summary>
    /// Finds the properties that <see cref="IClientManagement.UpdateAsync"/> would change. Values that are the same to the backend,
    /// such as the same list in another order, do not count.
    /// </summary>
    /// <param name="before">What the client is.</param>
    /// <param name="after">What it is to be.</param>
    /// <returns>
    /// The properties that differ, in alphabetical order: by their names in <see cref="ClientMetadata.StandardNames"/> or,
    /// of vendor properties, by their JSON names.
    /// </returns>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public virtual IReadOnlyList<string> FindChanges(ClientMetadata before, ClientMetadata after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. ClientMetadata.StandardNames.Union(before.Extensions.Keys).Union(after.Extensions.Keys)
                .Where(name => !Only(before, name).Equals(Only(after, name))).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Why <see cref="IClientManagement.CreateAsync"/> would refuse metadata before it sends anything.</summary>
    /// <param name="metadata">What the client is to be.</param>
    /// <returns>The properties at fault, named as in <see cref="FindChanges"/>; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="metadata"/> is null.</exception>
    public virtual IReadOnlyList<FieldError> CheckCreation(ClientMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        IReadOnlyList<string> given = FindChanges(new ClientMetadata(), metadata);
        return
        [
            .. given.Where(name => !CanSetAtCreation(name)).Select(name => new FieldError(name, "cannot be set")),
            .. Metadata.Values.Where(m => m.RequiredAtCreation && !given.Contains(m.Name)).Select(m => m.Name)
                .Order(StringComparer.Ordinal).Select(name => new FieldError(name, "is required to create a client")),
        ];
    }

    /// <summary>Why <see cref="IClientManagement.UpdateAsync"/> would refuse a change before it sends anything.</summary>
    /// <param name="before">What the client is.</param>
    /// <param name="after">What it is to be.</param>
    /// <returns>The properties at fault, named as in <see cref="FindChanges"/>; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public virtual IReadOnlyList<FieldError> CheckUpdate(ClientMetadata before, ClientMetadata after) =>
        [.. FindChanges(before, after).Where(name => !CanUpdate(name)).Select(name => new FieldError(name, "cannot be changed"))];

    /// <summary>
    /// Takes out of a vendor property what a standard property says as well. For example, Authlete's object <c>extension</c> holds
    /// the scopes of <c>scope</c> among other settings. A program that writes down both properties would repeat them otherwise.
    /// </summary>
    /// <param name="name">The vendor's JSON name.</param>
    /// <param name="value">The value of the property.</param>
    /// <returns>The value without that part; <see langword="null"/> if nothing is left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public virtual JsonElement? GetVendorPart(string name, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return value;
    }

    /// <summary>What holds for a property, also for one that <see cref="Metadata"/> does not name.</summary>
    /// <param name="name">A standard name such as <c>redirect_uris</c>, or a vendor's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    protected virtual MetadataCapability Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Metadata.GetValueOrDefault(name)
            ?? (name.EndsWith('s') ? Metadata.GetValueOrDefault(name[..^1] + "#") : null)
            ?? new MetadataCapability(name) { SettableAtCreation = false, Updatable = false };
    }

    private static ClientMetadata Only(ClientMetadata metadata, string name) =>
        metadata.GetValue(name) is { } value ? new ClientMetadata().WithValue(name, value) : new ClientMetadata();

    private static ReadOnlyDictionary<ClientOperation, OperationCapability> Complete(IEnumerable<OperationCapability> operations)
    {
        var known = operations.ToDictionary(o => o.Operation);
        return Enum.GetValues<ClientOperation>()
            .Select(operation => known.GetValueOrDefault(operation) ?? new OperationCapability(operation, Supported: false))
            .ToDictionary(o => o.Operation)
            .AsReadOnly();
    }
}
