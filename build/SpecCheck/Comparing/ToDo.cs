namespace SpecCheck.Comparing;

/// <summary>What a maintainer must do about a difference, the most urgent first.</summary>
internal enum ToDo
{
    /// <summary>Change the library: what it sends or relies on is gone or different.</summary>
    Change,

    /// <summary>Ask a server: the document alone does not tell whether all goes on as before.</summary>
    Ask,

    /// <summary>Add it to the specification by hand, or record why not.</summary>
    Add,

    /// <summary>Let <c>--write</c> add it to the specification.</summary>
    Write,

    /// <summary>Follow the vendor in the specification, or record why not: nothing else depends on it.</summary>
    Follow,

    /// <summary>Nothing: our document says otherwise on purpose, or has just been changed.</summary>
    Nothing,
}
