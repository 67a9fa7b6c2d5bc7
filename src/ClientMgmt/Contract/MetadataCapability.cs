using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>What a backend can do with a property.</summary>
/// <param name="Name">The standard name, for example <c>redirect_uris</c>, or the vendor's where there is none.</param>
public sealed record MetadataCapability(string Name)
{
    /// <summary>Whether it can be set when a client is created.</summary>
    public bool SettableAtCreation { get; init; } = true;

    /// <summary>Whether an update can change it.</summary>
    public bool Updatable { get; init; } = true;

    /// <summary>Whether a client cannot be created without it.</summary>
    public bool RequiredAtCreation { get; init; }

    /// <summary>
    /// The type of the value of a vendor property, as the vendor's specification has it: <see cref="string"/>,
    /// <see cref="bool"/>, <see cref="int"/>, <see cref="long"/> or a list of texts. <see langword="null"/> if that is not known,
    /// and for standard properties; <see cref="ClientMetadata.GetValueType"/> tells the types of those.
    /// </summary>
    public Type? ValueType { get; init; }

    /// <summary>A limit worth knowing; <see langword="null"/> if there is none.</summary>
    public string? Remark { get; init; }

    /// <summary>
    /// If the property is an object: the members that this backend has no place for though a related backend has one, for
    /// example because only a newer version of the API knows them. Empty if there are none. The list is copied when it is
    /// assigned, and compared item by item.
    /// </summary>
    /// <exception cref="ArgumentNullException">The assigned list is null.</exception>
    public IReadOnlyList<MetadataCapability> UnsupportedMembers
    {
        get;
        init => field = new ValueList<MetadataCapability>(value);
    }
    = ValueList<MetadataCapability>.None;
}
