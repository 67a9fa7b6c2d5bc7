namespace ClientMgmt.Sandbox;

/// <summary>The Location header of the answer to a registration.</summary>
public enum RegistrationLocation
{
    /// <summary>None.</summary>
    None,

    /// <summary>The registration client URI.</summary>
    ClientUri,

    /// <summary>A relative address of another API, which leads nowhere here.</summary>
    OtherApi,
}
