namespace ClientMgmt.Sandbox;

/// <summary>What null, an empty text or an empty list stands for in a request.</summary>
public enum RegistrationEmptyValue
{
    /// <summary>As if the member had not been sent.</summary>
    Omitted,

    /// <summary>The request is refused.</summary>
    Refused,

    /// <summary>What is stored is removed, so that the server's default holds.</summary>
    Removes,

    /// <summary>It is stored as it is; null is never stored, and removes.</summary>
    Stored,
}
