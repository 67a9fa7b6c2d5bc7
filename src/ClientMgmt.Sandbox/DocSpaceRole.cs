namespace ClientMgmt.Sandbox;

/// <summary>What a DocSpace user may do with clients.</summary>
public enum DocSpaceRole
{
    /// <summary>Owner or administrator: every client of the portal.</summary>
    Admin,

    /// <summary>Ordinary user: the own clients.</summary>
    User,

    /// <summary>Guest: consents, scopes and public info only.</summary>
    Guest,
}
