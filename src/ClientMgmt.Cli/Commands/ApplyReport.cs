using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What became of a plan.</summary>
internal sealed class ApplyReport(Session session, ManifestPlan plan, IssuedSecrets? secrets)
{
    private readonly ClientChange[] _todo = [.. plan.Changes.Where(c => c.Kind != ChangeKind.Unchanged)];

    // A secret is shown in a column of its own, which stands there from the first row on.
    private readonly bool _withSecrets = session.View.ShowSecrets && plan.Count(ChangeKind.Create) > 0;

    // Those of Authlete; DocSpace has 32 characters.
    private const int WidthOfSecrets = 86;

    private bool _isRunning = true;
    private OrderedRows? _rows;

    /// <summary>Called with each result as it comes: a secret is kept at once.</summary>
    public void Add(ApplyResult result)
    {
        session.Rescued.Keep(result.Error);
        if (result is { Secret: { } secret, ClientId: { } id })
        {
            secrets?.Add(id, result.ClientName, secret);
        }

        Show(result);
    }

    public async Task<int> EndAsync(IReadOnlyList<ApplyResult> results)
    {
        _isRunning = false;
        results =
        [
            .. results.Select(r => ResultWords.IsNotSent(session, r.Status, r.Error, r.Change.Kind != ChangeKind.Change)
                ? r with { Status = ApplyStatus.Skipped, Message = ResultWords.NotBegun, Error = null }
                : r),
        ];
        session.Progress = () => (ResultWords.Counts(results.Select(r => r.Status)) + ".", results.Count(r => r.Status == ApplyStatus.Done));
        if (session.View.IsByRow)
        {
            foreach (ApplyResult result in results)
            {
                Show(result);
            }

            _rows?.End();
        }
        else
        {
            session.View.Write(Document(results), static () => Tables.Create());
        }

        foreach (ApplyResult result in results.Where(r => r.Message is not null && r.Status != ApplyStatus.Skipped))
        {
            string name = PlanReport.Name(result.ClientName, result.ClientId);
            await session.View.ErrorAsync($"client {name}: {result.Message}{session.Rescued.Keep(result.Error)}", result.Error).ConfigureAwait(false);
        }

        secrets?.End();
        ResultWords.ThrowIfStopped(session, results.Select(r => r.Status));
        if (results.Count > 0)
        {
            session.View.Note(ResultWords.Counts(results.Select(r => r.Status)) + ".");
        }

        return ResultWords.Code(session, [.. results.Select(r => (r.Status, r.Error, r.NotStored.Count > 0))]);
    }

    private JsonObject Document(IReadOnlyList<ApplyResult> results) => new()
    {
        ["provider"] = plan.Provider,
        ["unchanged"] = plan.Count(ChangeKind.Unchanged),
        ["results"] = new JsonArray([.. results.Select(result => (JsonNode)Document(result))]),
    };

    private JsonObject Document(ApplyResult result) => new()
    {
        ["action"] = PlanReport.Action(result.Change.Kind),
        ["client_id"] = result.ClientId,
        ["client_name"] = result.ClientName,
        ["client_secret"] = ClientDocument.Text(result.Secret, session.View.ShowSecrets),
        ["result"] = ResultWords.Of(result.Status),
        ["message"] = result.Message,
        ["reason"] = ErrorDocument.Reason(result.Error),
        ["not_stored"] = new JsonArray([.. result.NotStored.Select(n => (JsonNode)n)]),
    };

    private void Show(ApplyResult result)
    {
        // What was stopped is shown when it is known whether it had gone out.
        if (!session.View.IsByRow || (_isRunning && result.Error is OperationCanceledException))
        {
            return;
        }

        (string, int)[] secretColumn = _withSecrets ? [("CLIENT_SECRET", WidthOfSecrets)] : [];
        string[] secret = _withSecrets ? [ClientDocument.Text(result.Secret, show: true) ?? ""] : [];
        _rows ??= new OrderedRows(
            new ListWriter(
                session.View,
                [("ACTION", 6), ("RESULT", ResultWords.Width), ("CLIENT_ID", ListWriter.FitsIds), .. secretColumn, ("CLIENT_NAME", 0)]),
            _todo.Length);
        _rows.Set(Array.FindIndex(_todo, c => ReferenceEquals(c, result.Change)), Document(result), [
            PlanReport.Action(result.Change.Kind), ResultWords.Of(result.Status), result.ClientId ?? "", .. secret, result.ClientName ?? "",
        ]);
    }
}
