namespace Mutations.Running;

/// <summary>A test, or several of the same name.</summary>
/// <param name="Place">Its line in the file of names.</param>
/// <param name="Class">The full name of its class.</param>
/// <param name="Method">Its method.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Milliseconds">What it took without a mutant.</param>
internal sealed record TestCase(int Place, string Class, string Method, string Name, int Milliseconds)
{
    /// <summary>How many mutants it reaches: the fewer, the more it is about each.</summary>
    public int Reached { get; init; }

    public string FullMethod => $"{Class}.{Method}";
}
