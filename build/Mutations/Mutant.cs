namespace Mutations;

/// <summary>One change to the code.</summary>
/// <param name="Id">Its number, by which it is switched on.</param>
/// <param name="File">The path of its file, below the root.</param>
/// <param name="Line">Where it is.</param>
/// <param name="Original">The code as it is.</param>
/// <param name="Mutated">What it becomes.</param>
internal sealed record Mutant(int Id, string File, int Line, string Original, string Mutated);
