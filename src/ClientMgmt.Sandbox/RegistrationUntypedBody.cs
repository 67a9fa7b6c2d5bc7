namespace ClientMgmt.Sandbox;

/// <summary>What a server makes of a body without a Content-Type.</summary>
public enum RegistrationUntypedBody
{
    /// <summary>Reads it as JSON.</summary>
    Read,

    /// <summary>Takes it for <c>{}</c>.</summary>
    Empty,

    /// <summary>Refuses it as it does another Content-Type.</summary>
    Refused,
}
