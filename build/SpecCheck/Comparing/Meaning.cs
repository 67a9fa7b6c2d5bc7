namespace SpecCheck.Comparing;

/// <summary>What a difference means for us.</summary>
internal enum Meaning
{
    /// <summary>What we send or rely on is gone or different.</summary>
    Breaking,

    /// <summary>There is more or less than we know, and nothing that we do is affected.</summary>
    Additive,

    /// <summary>Our document says otherwise on purpose.</summary>
    Deliberate,
}
