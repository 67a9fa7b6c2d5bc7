namespace SpecCheck.Facts;

/// <summary>Who sends what a fact is about.</summary>
internal enum Direction
{
    /// <summary>Nobody: the operation itself.</summary>
    None,

    /// <summary>We do.</summary>
    Request,

    /// <summary>The server does.</summary>
    Answer,
}
