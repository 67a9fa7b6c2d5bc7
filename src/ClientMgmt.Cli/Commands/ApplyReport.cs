using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What became of a plan.</summary>
internal sealed class ApplyReport(Session session, ManifestPlan plan, IssuedSecrets? secrets)
{
    /// <summary>Called with each result as it comes: a secret is kept at once.</summary>
    public void Add(ApplyResult result)
    {
        session.Rescued.Keep(result.Error);
        if (result is { Secret: { } secret, ClientId: { } id })
        {
            secrets?.Add(id, result.ClientName, secret);
        }
    }

    public async Task<int> EndAsync(IReadOnlyList<ApplyResult> results)
    {
        results =
        [
            .. results.Select(r => r with { Status = ResultWords.Known(session, r.Status, r.Error, r.Change.Kind != ChangeKind.Change) }),
        ];
        session.Progress = () => (ResultWords.Counts(results.Select(r => r.Status)) + ".", results.Count(r => r.Status == ApplyStatus.Done));
        if (results.Count > 0 || !session.View.IsTable)
        {
            session.View.Write(Document(results), () => Table(results));
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
        ["results"] = new JsonArray([.. results.Select(result => (JsonNode)new JsonObject
        {
            ["action"] = PlanReport.Action(result.Change.Kind),
            ["client_id"] = result.ClientId,
            ["client_name"] = result.ClientName,
            ["client_secret"] = ClientDocument.Text(result.Secret, session.View.ShowSecrets),
            ["result"] = ResultWords.Of(result.Status),
            ["message"] = result.Message,
            ["not_stored"] = new JsonArray([.. result.NotStored.Select(n => (JsonNode)n)]),
        })]),
    };

    private Spectre.Console.Table Table(IReadOnlyList<ApplyResult> results)
    {
        bool withSecrets = session.View.ShowSecrets && results.Any(r => r.Secret is not null);
        string[] headings = ["ACTION", "RESULT", "CLIENT_ID", .. withSecrets ? new[] { "CLIENT_SECRET" } : [], "CLIENT_NAME"];
        Spectre.Console.Table table = Tables.Create(headings);
        foreach (ApplyResult result in results)
        {
            string[] secret = withSecrets ? [ClientDocument.Text(result.Secret, show: true) ?? ""] : [];
            table.Row([
                PlanReport.Action(result.Change.Kind), ResultWords.Of(result.Status), result.ClientId ?? "", .. secret, result.ClientName ?? "",
            ]);
        }

        return table;
    }
}
