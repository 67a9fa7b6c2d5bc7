using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What is wrong with manifests: a line for each, with file and line.</summary>
internal static class ManifestProblems
{
    /// <summary>The same of what is probably not meant.</summary>
    public static void Warn(Session session, IEnumerable<ManifestProblem> warnings)
    {
        foreach (ManifestProblem warning in warnings)
        {
            session.View.Warn(warning.ToString(), ErrorDocument.Of(warning));
        }
    }

    /// <summary>The same of a plan, with the option that helps if it deletes too much.</summary>
    public static async Task WriteAsync(Session session, ManifestPlan plan, PlanOptions options)
    {
        await WriteAsync(session, plan.Problems).ConfigureAwait(false);
        if (plan.Count(ChangeKind.Delete) is var count && count > options.MaxDeletes)
        {
            await session.View.ErrorAsync($"--max-deletes {count} allows these deletions.").ConfigureAwait(false);
        }
    }

    public static async Task WriteAsync(Session session, IEnumerable<ManifestProblem> problems)
    {
        foreach (ManifestProblem problem in problems)
        {
            await session.View.ErrorAsync(problem.ToString(), details: ErrorDocument.Of(problem)).ConfigureAwait(false);
        }
    }
}
