namespace ClientMgmt.Sandbox;

/// <summary>Operations of a registration server; a set of them also says in whose answers something is.</summary>
[Flags]
public enum RegistrationOperations
{
    /// <summary>No operation.</summary>
    None = 0,

    /// <summary>POST on the registration endpoint.</summary>
    Create = 1,

    /// <summary>GET on a registration client URI.</summary>
    Read = 2,

    /// <summary>PUT on a registration client URI.</summary>
    Update = 4,

    /// <summary>DELETE on a registration client URI.</summary>
    Delete = 8,

    /// <summary>All four.</summary>
    All = Create | Read | Update | Delete,
}
