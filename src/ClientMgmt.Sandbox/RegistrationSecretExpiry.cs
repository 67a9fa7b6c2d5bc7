namespace ClientMgmt.Sandbox;

/// <summary>Which clients are shown with <c>client_secret_expires_at</c>.</summary>
public enum RegistrationSecretExpiry
{
    /// <summary>Those that are shown with a secret.</summary>
    WithSecret,

    /// <summary>All; 0 for one without a secret.</summary>
    Always,

    /// <summary>None.</summary>
    Never,
}
