using System.Text.Json;
using ClientMgmt.Mapping;

namespace ClientMgmt;

/// <content>What would become of metadata, told without a request: for programs that plan before they act.</content>
public sealed partial class Capabilities
{
    /// <summary>
    /// Compares as <see cref="IClientManagement.UpdateAsync"/> does: values that are the same to the backend, such as the
    /// same list in another order, do not count.
    /// </summary>
    /// <param name="before">What the client is.</param>
    /// <param name="after">What it is to be.</param>
    /// <returns>
    /// The properties that differ, in alphabetical order: by their names in <see cref="ClientMetadata.StandardNames"/> or,
    /// of vendor properties, by their JSON names.
    /// </returns>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public IReadOnlyList<string> FindChanges(ClientMetadata before, ClientMetadata after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. _map.Compare(before, after).Select(c => PropertyName(c.Mapping.Name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Why <see cref="IClientManagement.CreateAsync"/> would refuse metadata before it sends anything.</summary>
    /// <param name="metadata">What the client is to be.</param>
    /// <returns>The properties at fault, named as in <see cref="FindChanges"/>; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="metadata"/> is null.</exception>
    public IReadOnlyList<FieldError> CheckCreation(ClientMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return Named(MetadataGuard.CheckCreation(_map, _map.Compare(new ClientMetadata(), metadata)));
    }

    /// <summary>Why <see cref="IClientManagement.UpdateAsync"/> would refuse a change before it sends anything.</summary>
    /// <param name="before">What the client is.</param>
    /// <param name="after">What it is to be.</param>
    /// <returns>The properties at fault, named as in <see cref="FindChanges"/>; empty if there are none.</returns>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public IReadOnlyList<FieldError> CheckUpdate(ClientMetadata before, ClientMetadata after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Named(MetadataGuard.CheckUpdate(_map.Compare(before, after)));
    }

    /// <summary>
    /// What a vendor property says that no standard property says as well. Authlete's <c>extension</c>, for example, holds
    /// what <c>scope</c> means among other settings; whoever writes both down would say the same thing twice.
    /// </summary>
    /// <param name="name">The vendor's JSON name.</param>
    /// <param name="value">The value of the property.</param>
    /// <returns>The value without that part; <see langword="null"/> if nothing is left.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public JsonElement? GetVendorPart(string name, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(name);
        MetadataMapping? row = _map.Rows.FirstOrDefault(r => r.JsonName == name && !r.IsVendor);
        return row is null ? value : row.Codec.Rest(value);
    }

    private static FieldError[] Named(MetadataGuard.Refusals refusals) =>
        [.. refusals.All.Select(e => e with { Name = PropertyName(e.Name) })];

    private static string PropertyName(string name) => name.EndsWith('#') ? name[..^1] + "s" : name;
}
