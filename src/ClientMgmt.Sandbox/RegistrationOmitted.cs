namespace ClientMgmt.Sandbox;

/// <summary>What PUT does with the properties that it does not mention.</summary>
public enum RegistrationOmitted
{
    /// <summary>They are removed or go back to the server's default: PUT replaces.</summary>
    Removed,

    /// <summary>They stay as they are: PUT is partial.</summary>
    Kept,
}
