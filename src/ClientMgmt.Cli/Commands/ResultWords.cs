using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What became of clients, in words, counts and an exit code.</summary>
internal static class ResultWords
{
    public static string Of(ApplyStatus status) => status switch
    {
        ApplyStatus.Done => "done",
        ApplyStatus.Failed => "failed",
        ApplyStatus.Conflict => "conflict",
        ApplyStatus.Unknown => "not known",
        _ => "not tried",
    };

    public static string Counts(IEnumerable<ApplyStatus> results) => results.GroupBy(s => s).OrderBy(g => g.Key)
        .Select(g => $"{g.Count()} {Of(g.Key)}").DefaultIfEmpty("nothing was changed").Aggregate((a, b) => $"{a}, {b}");

    public static int Code(IEnumerable<ApplyStatus> results)
    {
        ApplyStatus[] all = [.. results];
        return all.All(s => s == ApplyStatus.Done) ? ExitCode.Done
            : all.Contains(ApplyStatus.Done) ? ExitCode.Partly
            : ExitCode.Failed;
    }

    public static void ThrowIfStopped(Session session, IEnumerable<ApplyStatus> results)
    {
        if (results.Any(s => s != ApplyStatus.Done))
        {
            session.Token.ThrowIfCancellationRequested();
        }
    }
}
