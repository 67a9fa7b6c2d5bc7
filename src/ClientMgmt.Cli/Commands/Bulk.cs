using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Commands;

/// <summary>The same for several clients: a few at once, each with its own result, and counts at the end.</summary>
/// <param name="done">What a success is called: deleted, enabled …</param>
/// <param name="ids">The clients.</param>
/// <param name="comparer">How their ids are compared; ordinally if it is null.</param>
internal sealed class Bulk(string done, IEnumerable<string> ids, StringComparer? comparer = null)
{
    private const int AtOnce = 8;

    private readonly string[] _ids = [.. ids.Distinct(comparer ?? StringComparer.Ordinal)];
    private readonly Dictionary<int, BulkResult> _results = [];
    private int _next = -1;
    private Action<int> _tell = static _ => { };

    public IReadOnlyList<string> Ids => _ids;

    private int Done => Results.Count(r => r.State == BulkState.Done);

    private IEnumerable<BulkResult> Results => _ids.Select((_, i) => Result(i));

    public static Option<bool> StopOption() => new("--stop-on-error")
    {
        Description = "Goes one by one and stops at the first error; otherwise the others are still tried.",
        Arity = ArgumentArity.Zero,
    };

    /// <summary>Lets a change find clients by their names too; the results then tell their ids.</summary>
    public Func<int, CancellationToken, Task> ByName(Session session, Func<string, CancellationToken, Task> change) => async (index, token) =>
        _ids[index] = (await session.Names.RunAsync(_ids[index], async id =>
        {
            await change(id, token).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false)).Id;

    /// <summary>Does it, and writes what became of each client.</summary>
    public async Task<int> ReportAsync(Session session, bool stopAtError, Func<int, CancellationToken, Task> change)
    {
        var rows = new OrderedRows(new ListWriter(session.View, ("CLIENT_ID", Math.Max("CLIENT_ID".Length, _ids.Max(id => id.Length))), ("RESULT", 0)), _ids.Length);
        _tell = index => rows.Set(index, Document(index), _ids[index], Word(Result(index)));
        int exitCode = await RunAsync(session, stopAtError, change).ConfigureAwait(false);
        for (int i = 0; i < _ids.Length; i++)
        {
            _tell(i);
        }

        rows.End();
        ThrowIfStopped(session);
        if (_ids.Length > 1)
        {
            session.View.Note(Counts() + ".");
        }

        return exitCode;
    }

    /// <summary>Does it. Cancelling ends what is under way and starts no more.</summary>
    public async Task<int> RunAsync(Session session, bool stopAtError, Func<int, CancellationToken, Task> change)
    {
        session.Progress = () => (Counts() + ".", Done);
        session.IsOutcomeUnknown = () => Results.Any(r => r.State == BulkState.Unknown);
        await BulkProgress.ShowAsync(session.View, _ids.Length, async advance =>
        {
            int workers = stopAtError ? 1 : Math.Min(AtOnce, _ids.Length);
            await Task.WhenAll(Enumerable.Range(0, workers)
                .Select(_ => WorkAsync(session, stopAtError, change, advance))).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return await ErrorReport.WriteAsync(
            session, [.. Results.Select(r => r.Error).OfType<Exception>()], Done).ConfigureAwait(false);
    }

    public void ThrowIfStopped(Session session)
    {
        if (Results.Any(r => r.State is BulkState.NotTried or BulkState.Unknown))
        {
            session.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task WorkAsync(
        Session session, bool stopAtError, Func<int, CancellationToken, Task> change, Action advance)
    {
        while (!session.Token.IsCancellationRequested && Interlocked.Increment(ref _next) is var index && index < _ids.Length)
        {
            BulkResult result = await TryAsync(session, index, change).ConfigureAwait(false);
            lock (_results)
            {
                _results[index] = result;
                advance();
                _tell(index);
            }

            if (stopAtError && result.State == BulkState.Failed)
            {
                return;
            }
        }
    }

    private static async Task<BulkResult> TryAsync(Session session, int index, Func<int, CancellationToken, Task> change)
    {
        SentChanges.Change sent = session.Providers.Sent.Begin();
        try
        {
            await change(index, session.Token).ConfigureAwait(false);
            return new BulkResult(BulkState.Done);
        }
        catch (OperationCanceledException) when (session.Token.IsCancellationRequested)
        {
            return new BulkResult(sent.IsSent ? BulkState.Unknown : BulkState.NotTried);
        }
        catch (Exception e)
        {
            session.Rescued.Keep(e);
            return new BulkResult(BulkState.Failed, e);
        }
    }

    private JsonObject Document(int index)
    {
        BulkResult result = Result(index);
        var document = new JsonObject { ["client_id"] = _ids[index], ["result"] = Word(result) };
        if (ErrorDocument.Reason(result.Error) is { } reason)
        {
            document["reason"] = reason;
        }

        return document;
    }

    private string Counts() => string.Join(", ", Results.GroupBy(r => r.State).OrderBy(g => g.Key)
        .Select(g => $"{g.Count()} {Word(g.First())}"));

    private BulkResult Result(int index) => _results.GetValueOrDefault(index) ?? new BulkResult(BulkState.NotTried);

    private string Word(BulkResult result) => result.State switch
    {
        BulkState.Done => done,
        BulkState.Failed => "failed",
        BulkState.Unknown => "interrupted",
        _ => "not tried",
    };
}
