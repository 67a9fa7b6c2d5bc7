namespace ClientMgmt.Sandbox;

/// <summary>What a server does with an id, a secret or another value of its own that a caller sends.</summary>
public enum RegistrationSent
{
    /// <summary>Takes no notice of it.</summary>
    Ignored,

    /// <summary>Refuses the request because of it.</summary>
    Refused,

    /// <summary>Takes it over.</summary>
    Honoured,

    /// <summary>Takes it if it is the one that is stored, and also its absence; refuses anything else.</summary>
    Checked,

    /// <summary>The same, but refuses its absence too.</summary>
    Required,
}
