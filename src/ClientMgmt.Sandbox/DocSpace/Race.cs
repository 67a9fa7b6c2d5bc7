using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// A write that takes a while: who finds at its end that another one was faster begins again after a wait, and gives up
/// after the third try.
/// </summary>
internal static class Race
{
    private const int Tries = 3;
    private const double Growth = 1.65;
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(500);

    public static Reply Run(Visit visit, int attempt = 1)
    {
        TimeSpan duration = visit.Portal.Options.WriteDuration;
        if (duration == TimeSpan.Zero || visit.Operation.Loses is null || visit.Id() is not { } id || visit.Portal.Find(id) is null)
            return visit.Run();
        long version = visit.Portal.Version(id);
        return Later(visit, duration, () => Finish(visit, id, version, attempt));
    }

    public static Reply Refused(Visit visit) => Problem.LostRace(visit, visit.Id() ?? visit.Arguments[0]);

    private static Reply Finish(Visit visit, string id, long version, int attempt)
    {
        if (visit.Portal.Version(id) == version)
            return visit.Run();
        bool deletesNothing = visit.Incoming.Method == "DELETE" && visit.Portal.Find(id) is null;
        return attempt == Tries || deletesNothing
            ? visit.Operation.Loses!(visit)
            : Later(visit, Wait(visit, attempt), () => Run(visit, attempt + 1));
    }

    private static TimeSpan Wait(Visit visit, int attempt) =>
        visit.Portal.Options.Minified ? s_wait : s_wait * Math.Pow(Growth, attempt - 1);

    private static Reply Later(Visit visit, TimeSpan after, Func<Reply> answer)
    {
        Reply Locked()
        {
            lock (visit.Portal.Gate)
                return answer();
        }

        return Reply.Empty(0) with { Later = new Later(after, Locked) };
    }
}
