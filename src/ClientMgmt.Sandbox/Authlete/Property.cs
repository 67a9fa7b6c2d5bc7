namespace ClientMgmt.Sandbox.Authlete;

/// <summary>One property of a client or of its extension.</summary>
internal sealed record Property(string Name, PropertyKind Kind, IReadOnlyList<string>? Values = null)
{
    public PropertyOwner Owner { get; init; }

    /// <summary>v3 knows it, v2 does not.</summary>
    public bool V3Only { get; init; }
}
