namespace ClientMgmt;

/// <summary>How an update removes a property of a dynamically registered client.</summary>
public enum PropertyRemoval
{
    /// <summary>The update leaves it out, as RFC 7592 says.</summary>
    LeaveOut,

    /// <summary>The update sends null.</summary>
    Null,

    /// <summary>The update sends an empty text, an empty list, a set of no keys, or false.</summary>
    Empty,

    /// <summary>It cannot be removed.</summary>
    None,
}
