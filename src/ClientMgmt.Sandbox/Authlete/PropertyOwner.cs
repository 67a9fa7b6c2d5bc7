namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Who writes a property.</summary>
internal enum PropertyOwner
{
    /// <summary>The caller, by create and update.</summary>
    Caller,

    /// <summary>The server; what a caller sends is ignored without an error.</summary>
    Server,
}
