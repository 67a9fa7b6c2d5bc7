namespace Mutations.Running;

/// <summary>What the tests said of a mutant.</summary>
internal enum Outcome
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests came to no end, or the process ended.</summary>
    Hung,

    /// <summary>No test failed.</summary>
    Survived,

    /// <summary>No test reaches it.</summary>
    NotReached,
}
