namespace ClientMgmt.Sandbox;

/// <summary>The DocSpace server generations that differ for client management.</summary>
public enum DocSpaceGeneration
{
    /// <summary>3.0.x: the asc_auth_key cookie as the credential, numbered pages.</summary>
    Version30,

    /// <summary>3.1 to 3.6, as 3.6.1 does it: the signature, cursors, errors with a reason.</summary>
    Version31,

    /// <summary>3.7, as 3.7.2 does it: problem documents, the second path prefix, a cache.</summary>
    Version37,

    /// <summary>After 3.7, as the development branch of June 2026 does it: an update takes redirect URIs and scopes and demands them.</summary>
    Next,
}
