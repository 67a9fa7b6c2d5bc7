namespace ClientMgmt.Sandbox;

/// <summary>When a client has to have a redirect URI.</summary>
public enum RegistrationRedirectUris
{
    /// <summary>When it has a response type.</summary>
    WithResponseType,

    /// <summary>Always.</summary>
    Always,

    /// <summary>There has to be a list, which may be empty.</summary>
    Present,

    /// <summary>Never.</summary>
    Never,
}
