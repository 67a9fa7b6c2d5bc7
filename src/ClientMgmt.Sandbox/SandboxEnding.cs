namespace ClientMgmt.Sandbox;

/// <summary>What happens to the connection after the part of the answer that is sent.</summary>
public enum SandboxEnding
{
    /// <summary>
    /// What HTTP demands. After half of an answer this means that the framing says "complete" (chunked, with its end),
    /// so that only the content is cut short; an answer without a body is then sent whole.
    /// </summary>
    Normal,

    /// <summary>Nothing more is sent, and the connection stays open until the client leaves or the server is disposed.</summary>
    Hang,

    /// <summary>The orderly end of TCP, a FIN: the client reads an end of file.</summary>
    Fin,

    /// <summary>
    /// A TCP reset: the client's next read or write fails. What it has not read by then may be lost, depending on its system.
    /// </summary>
    Reset,
}
