using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What became of a copy.</summary>
internal sealed class CopyReport(Session session, MappingFile mapping)
{
    public Action Advance { get; set; } = static () => { };

    private const string ThereAlready = "there already";

    private bool _isRunning = true;
    private OrderedRows? _rows;

    /// <summary>The plan; results are shown in its order.</summary>
    public CopyPlan? Plan { get; set; }

    /// <summary>Called with each result as it comes: ids and secrets are kept at once.</summary>
    public void Add(CopyResult result)
    {
        session.Rescued.Keep(result.Error);
        if (result.Mapping is { } known)
        {
            mapping.Add(known);
        }

        Show(result);
        Advance();
    }

    public async Task<int> EndAsync(CopyPlan plan, IReadOnlyList<CopyResult> results)
    {
        _isRunning = false;
        results =
        [
            .. results.Select(r => ResultWords.IsNotSent(session, r.Status, r.Error, r.Item.ExistingId is null)
                ? r with { Status = ApplyStatus.Skipped, Message = ResultWords.NotBegun, Error = null }
                : r),
        ];
        session.Progress = () => (Counts(results) + ".", results.Count(r => r is { Status: ApplyStatus.Done, Item.ExistingId: null }));
        if (session.View.IsByRow)
        {
            foreach (CopyResult result in results)
            {
                Show(result);
            }

            _rows?.End();
        }
        else
        {
            session.View.Write(Document(plan, results), static () => Tables.Create());
        }

        foreach (CopyResult result in results.Where(r => r.Message is not null && r.Status != ApplyStatus.Skipped))
        {
            string name = PlanReport.Name(result.Item.ClientName, result.Item.SourceId);
            await session.View.ErrorAsync($"client {name}: {result.Message}{session.Rescued.Keep(result.Error)}", result.Error).ConfigureAwait(false);
        }

        mapping.End();
        ResultWords.ThrowIfStopped(session, results.Select(r => r.Status));
        session.View.Note(Counts(results) + (results.Any(r => r.Mapping is not null) ? $"; ids and secrets are in {mapping.Shown}." : "."));
        return ResultWords.Code(session, [.. results.Select(r => (r.Status, r.Error, r.NotStored.Count > 0))]);
    }

    private static string Counts(IReadOnlyList<CopyResult> results) => results.GroupBy(Word).OrderBy(g => g.First().Status)
        .Select(g => $"{g.Count()} {g.Key}").DefaultIfEmpty("nothing was copied").Aggregate((a, b) => $"{a}, {b}");

    private static string Word(CopyResult result) => result.Status != ApplyStatus.Done ? ResultWords.Of(result.Status)
        : result.Item.ExistingId is null ? "copied"
        : result.Item.KeptSecret is not null ? "secret set" : ThereAlready;

    private JsonObject Document(CopyPlan plan, IReadOnlyList<CopyResult> results) => new()
    {
        ["source"] = plan.Source,
        ["target"] = plan.Target,
        ["mapping"] = mapping.Shown,
        ["results"] = new JsonArray([.. results.Select(result => (JsonNode)Document(result))]),
    };

    private JsonObject Document(CopyResult result) => new()
    {
        ["source_id"] = result.Item.SourceId,
        ["target_id"] = result.Mapping?.TargetId,
        ["kept_client_id"] = result.Item.KeptClientId,
        ["keeps_secret"] = result.Item.KeptSecret is not null && result.Status == ApplyStatus.Done,
        ["client_name"] = result.Item.ClientName,
        ["client_secret"] = ClientDocument.Text(result.Mapping?.Secret, session.View.ShowSecrets),
        ["result"] = Word(result),
        ["message"] = result.Message,
        ["reason"] = ErrorDocument.Reason(result.Error),
        ["losses"] = new JsonArray([.. result.Item.ExistingId is null ? result.Item.Losses.Select(l => (JsonNode)l.Name) : []]),
        ["not_stored"] = new JsonArray([.. result.NotStored.Select(n => (JsonNode)n)]),
    };

    private void Show(CopyResult result)
    {
        // What was stopped is shown when it is known whether it had gone out.
        if (!session.View.IsByRow || Plan is not { } plan || (_isRunning && result.Error is OperationCanceledException))
        {
            return;
        }

        _rows ??= new OrderedRows(
            new ListWriter(
                session.View, ("RESULT", ThereAlready.Length), ("SOURCE_ID", ListWriter.FitsIds), ("TARGET_ID", ListWriter.FitsIds), ("CLIENT_NAME", 0)),
            plan.Items.Count);
        int place = plan.Items.TakeWhile(i => i.SourceId != result.Item.SourceId).Count();
        _rows.Set(
            place, Document(result), Word(result), result.Item.SourceId, result.Mapping?.TargetId ?? "", result.Item.ClientName ?? "");
    }
}
