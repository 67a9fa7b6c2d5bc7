using ClientMgmt.Cli.Options;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What became of clients, in words, counts and an exit code.</summary>
internal static class ResultWords
{
    /// <summary>How long the longest of them is.</summary>
    public const int Width = 9;

    /// <summary>What is said of a client at which the command was stopped before anything was sent.</summary>
    public const string NotBegun = "Not begun: cancelled.";

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

    /// <summary>Whether the command was stopped before a change went out, so that it was certainly not made.</summary>
    /// <param name="session">The command.</param>
    /// <param name="status">What is told of it.</param>
    /// <param name="error">The error that it ended in.</param>
    /// <param name="isOneRequest">Whether it is one request and no more that makes the change.</param>
    public static bool IsNotSent(Session session, ApplyStatus status, Exception? error, bool isOneRequest) =>
        status == ApplyStatus.Unknown && error is OperationCanceledException && isOneRequest && !session.Providers.Sent.AnyUnanswered;

    public static void ThrowIfStopped(Session session, IEnumerable<ApplyStatus> results)
    {
        if (results.Any(s => s != ApplyStatus.Done))
        {
            session.IsOutcomeUnknown = () => results.Contains(ApplyStatus.Unknown);
            session.Token.ThrowIfCancellationRequested();
        }
    }
}
