namespace ClientMgmt.Sandbox.Authlete;

/// <summary>One property of a client or of its extension.</summary>
internal sealed record Property(string Name, PropertyKind Kind, IReadOnlyList<string>? Values = null)
{
    public PropertyOwner Owner { get; init; }

    /// <summary>v3 accepts what a caller sends and ignores it: there the server owns the property.</summary>
    public bool V3Ignores { get; init; }

    /// <summary>Who writes it on a generation.</summary>
    public bool IsServers(AuthleteVersion version) =>
        Owner == PropertyOwner.Server || (V3Ignores && version == AuthleteVersion.V3);

    /// <summary>v3 knows it, v2 does not.</summary>
    public bool V3Only { get; init; }
}
