using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>What a backend can do with a property.</summary>
/// <param name="Name">The standard name, for example <c>redirect_uris</c>, or the vendor's where there is none.</param>
public sealed record MetadataCapability(string Name)
{
    /// <summary>Whether it can be set when a client is created.</summary>
    public bool SettableAtCreation { get; init; } = true;

    /// <summary>Whether it can be changed later.</summary>
    public bool Updatable { get; init; } = true;

    /// <summary>Whether a client cannot be created without it.</summary>
    public bool RequiredAtCreation { get; init; }

    /// <summary>
    /// Of a property that the vendor alone knows, the type of its value as the vendor's specification has it: <see cref="string"/>,
    /// <see cref="bool"/>, <see cref="int"/>, <see cref="long"/> or a list of texts. <see langword="null"/> for others, and where
    /// that is not known; <see cref="ClientMetadata.GetValueType"/> tells the types of standard properties.
    /// </summary>
    public Type? ValueType { get; init; }

    /// <summary>A limit worth knowing; <see langword="null"/> if there is none.</summary>
    public string? Remark { get; init; }

    /// <summary>
    /// Of a property that is an object, the members that the backend has no place for though a related backend has; for
    /// example because only a newer version of the API has them. Empty if there are none. The list is copied when it is
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
