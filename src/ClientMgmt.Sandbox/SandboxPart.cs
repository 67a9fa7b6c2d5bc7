namespace ClientMgmt.Sandbox;

/// <summary>How much of an answer is sent.</summary>
public enum SandboxPart
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>
    /// The status line, all headers with the Content-Length of the whole body, and the first half of its bytes, rounded
    /// down. An answer without a body is cut in the middle of its headers.
    /// </summary>
    Half,

    /// <summary>Not a byte.</summary>
    None,
}
