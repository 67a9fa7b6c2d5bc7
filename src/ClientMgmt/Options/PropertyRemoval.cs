namespace ClientMgmt;

/// <summary>How an update removes a property of a dynamically registered client.</summary>
public enum PropertyRemoval
{
    /// <summary>By leaving it out, as RFC 7592 has it.</summary>
    LeaveOut,

    /// <summary>By null.</summary>
    Null,

    /// <summary>By an empty text, an empty list, a set of no keys, or false.</summary>
    Empty,

    /// <summary>Not at all.</summary>
    None,
}
