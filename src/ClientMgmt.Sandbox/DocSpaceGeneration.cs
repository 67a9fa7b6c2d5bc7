namespace ClientMgmt.Sandbox;

/// <summary>The DocSpace server generations that differ for client management.</summary>
public enum DocSpaceGeneration
{
    /// <summary>3.0.x: the asc_auth_key cookie as the credential, numbered pages.</summary>
    Version30,

    /// <summary>3.1 to 3.6: the signature, cursors, errors with a reason.</summary>
    Version31,

    /// <summary>3.7: problem documents, the second path prefix.</summary>
    Version37,

    /// <summary>After 3.7: an update takes redirect URIs and scopes and demands them.</summary>
    Next,
}
