namespace ClientMgmt.DynamicRegistration;

/// <summary>How an update removes a property.</summary>
internal enum Removal
{
    /// <summary>By leaving it out.</summary>
    LeaveOut,

    /// <summary>By null.</summary>
    Null,

    /// <summary>By an empty text, list or object, or false.</summary>
    Empty,

    /// <summary>Not at all.</summary>
    None,
}
