using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What is wrong with manifests: a line for each, with file and line.</summary>
internal static class ManifestProblems
{
    public static async Task WriteAsync(Session session, IEnumerable<ManifestProblem> problems)
    {
        foreach (ManifestProblem problem in problems)
        {
            await session.View.ErrorAsync(problem.ToString()).ConfigureAwait(false);
        }
    }
}
