namespace ClientMgmt;

/// <summary>
/// What a backend can do and store, known before any request. It is derived from the adapter and the mapping table
/// themselves, so that it cannot promise anything else than they do.
/// </summary>
public sealed class Capabilities
{
    internal Capabilities(IEnumerable<OperationCapability> operations, IEnumerable<MetadataCapability> metadata)
    {
        Operations = operations.ToDictionary(o => o.Operation);
        Metadata = metadata.ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    /// <summary>Every operation of <see cref="IClientManagement"/>.</summary>
    public IReadOnlyDictionary<ClientOperation, OperationCapability> Operations { get; }

    /// <summary>
    /// Every property that the backend knows, by its standard name (<c>redirect_uris</c>; <c>client_name#</c> for the
    /// variants by language) or, where there is none, by the vendor's own.
    /// </summary>
    public IReadOnlyDictionary<string, MetadataCapability> Metadata { get; }

    /// <summary>Whether the backend can do this.</summary>
    /// <param name="operation">The operation.</param>
    public bool Supports(ClientOperation operation) => Operations[operation].Supported;

    /// <summary>Whether a property can be set when a client is created.</summary>
    /// <param name="name">A standard name such as <c>redirect_uris</c>, or a vendor's.</param>
    public bool CanSetAtCreation(string name) => Metadata.TryGetValue(name, out var metadata) && metadata.SettableAtCreation;

    /// <summary>Whether a property can be changed later.</summary>
    /// <param name="name">A standard name such as <c>redirect_uris</c>, or a vendor's.</param>
    public bool CanUpdate(string name) => Metadata.TryGetValue(name, out var metadata) && metadata.Updatable;
}
