namespace ClientMgmt;

/// <summary>
/// A second id that a client may have. The caller chooses it, and applications may use it at the authorization server. So a client
/// that is moved there from another server can keep its old id.
/// </summary>
/// <param name="Property">
/// The vendor's property that holds it. Where nobody has set another, it may show the client's own id.
/// </param>
public sealed record ClientIdAlias(string Property)
{
    /// <summary>
    /// The vendor's property that must be true for the alias to count. If it cannot be set, every alias counts. <see
    /// langword="null"/>, the default, if there is none.
    /// </summary>
    public string? Switch { get; init; }

    /// <summary>On what else it depends; <see langword="null"/> if there is nothing to say.</summary>
    public string? Remark { get; init; }
}
