namespace ClientMgmt.Manifests;

/// <summary>Manifests cannot be used as they are.</summary>
/// <param name="problems">All that was found, in order.</param>
public sealed class ManifestException(IReadOnlyList<ManifestProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems ?? throw new ArgumentNullException(nameof(problems))))
{
    /// <summary>All that was found, in order.</summary>
    public IReadOnlyList<ManifestProblem> Problems { get; } = problems;
}
