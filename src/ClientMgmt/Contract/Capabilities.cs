using System.Collections.Frozen;
using ClientMgmt.Mapping;

namespace ClientMgmt;

/// <summary>
/// What a backend can do and store, known before any request. It is derived from the adapter and the mapping table
/// themselves, so that it cannot promise anything else than they do.
/// </summary>
public sealed partial class Capabilities
{
    private readonly MetadataMap _map;

    internal Capabilities(IEnumerable<OperationCapability> operations, MetadataMap map)
    {
        _map = map;
        Operations = operations.ToFrozenDictionary(o => o.Operation);
        Metadata = map.Rows.ToFrozenDictionary(r => r.Name, r => r.Capability, StringComparer.Ordinal);
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
    /// <exception cref="KeyNotFoundException"><paramref name="operation"/> is not a defined value.</exception>
    public bool Supports(ClientOperation operation) => Operations[operation].Supported;

    /// <summary>
    /// Whether a property can be set when a client is created. Vendor properties that no specification knows are passed
    /// on by Authlete, where a newer server may know them.
    /// </summary>
    /// <param name="name">A standard name such as <c>redirect_uris</c>, or a vendor's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool CanSetAtCreation(string name) => _map.Find(name).Capability.SettableAtCreation;

    /// <summary>Whether a property can be changed later; see <see cref="CanSetAtCreation"/> for unknown ones.</summary>
    /// <param name="name">A standard name such as <c>redirect_uris</c>, or a vendor's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool CanUpdate(string name) => _map.Find(name).Capability.Updatable;
}
