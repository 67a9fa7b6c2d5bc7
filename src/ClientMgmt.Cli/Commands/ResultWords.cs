using ClientMgmt.Cli.Options;
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

    /// <summary>The exit code. A client of which not all was stored is partly done; what was not tried does not count, because something else kept it from being tried.</summary>
    public static int Code(Session session, IReadOnlyCollection<(ApplyStatus Status, Exception? Error, bool IsPartly)> results) => ErrorReport.CodeOfSeveral(
        session,
        results.Count(r => r.Status == ApplyStatus.Done || r.IsPartly),
        [.. results.Where(r => r.Status is not (ApplyStatus.Done or ApplyStatus.Skipped)).Select(r => r.Error)]);

    public static void ThrowIfStopped(Session session, IEnumerable<ApplyStatus> results)
    {
        if (results.Any(s => s != ApplyStatus.Done))
        {
            session.Token.ThrowIfCancellationRequested();
        }
    }
}
