namespace ClientMgmt.Sandbox;

/// <summary>What a server does with a member of the metadata that it is sent.</summary>
public enum RegistrationMember
{
    /// <summary>Stores and shows it.</summary>
    Kept,

    /// <summary>Takes no notice of it.</summary>
    Dropped,

    /// <summary>Shows it in the answer to POST and PUT and forgets it.</summary>
    Echoed,

    /// <summary>Stores it and never shows it.</summary>
    Hidden,

    /// <summary>Refuses the whole request because of it.</summary>
    Refused,
}
