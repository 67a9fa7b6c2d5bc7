namespace ClientMgmt.Manifests;

/// <summary>Collects what is wrong in a file.</summary>
internal sealed class ProblemList(string file, List<ManifestProblem> problems)
{
    public void Add(Node node, string message) => problems.Add(new ManifestProblem(message, node.In(file)));
}
