namespace ClientMgmt.Sandbox;

/// <summary>A body in the place of the one that belongs to the answer.</summary>
public enum SandboxFaultBody
{
    /// <summary>The error body of the dialect, for the status that is answered.</summary>
    Error,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>An HTML page, as a proxy would send it.</summary>
    Html,
}
