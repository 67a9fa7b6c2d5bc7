namespace Mutations.Running;

/// <summary>What came of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Outcome">What the tests said.</param>
/// <param name="Killer">The test that found it first; null if none did.</param>
internal sealed record Result(Mutant Mutant, Outcome Outcome, TestCase? Killer = null);
