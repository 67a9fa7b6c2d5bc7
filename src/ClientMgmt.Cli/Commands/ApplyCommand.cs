using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt apply</c>.</summary>
internal static class ApplyCommand
{
    public static Command Create(Runner runner)
    {
        var input = new ManifestInput();
        var prune = new PruneOptions();
        var confirmation = new Confirmation("the changes");
        var secrets = new SecretOutput("the secrets of new clients, as JSON,");
        Option<bool> stop = Bulk.StopOption();
        var command = new ToolCommand("apply", "Makes the clients what manifests say, or does what a saved plan says. Shows the plan and asks on a terminal; elsewhere it needs --yes.")
        {
            Notes = [ManifestInput.Note, ManifestInput.Environments],
            Examples = ["clientmgmt apply -f clients.yaml", "clientmgmt apply orders.plan", "clientmgmt apply -f clients/ --prune --max-deletes 2 --yes"],
        };
        var saved = new Argument<string?>("PLAN")
        {
            Description = "A plan that 'plan --out' wrote: it is done as it is. What somebody else has changed of it since is a conflict.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        command.Add(saved);
        input.AddTo(command, isRequired: false);
        prune.AddTo(command);
        confirmation.AddTo(command);
        command.Add(stop);
        secrets.AddTo(command);
        runner.Run(command, session => RunAsync(session, session.Find(saved), input, prune, confirmation, secrets, session.Get(stop)));
        return command;
    }

    private static async Task<int> RunAsync(
        Session session, string? saved, ManifestInput input, PruneOptions prune, Confirmation confirmation, SecretOutput output, bool stop)
    {
        string[] given = [.. input.Given(session), .. prune.Given(session)];
        if (saved is not null && given.Length > 0)
        {
            throw new UsageException($"'{saved}' is taken for a saved plan, which is done as it is; leave it out, or {string.Join(" and ", given)}. An option is repeated for another value.");
        }

        if (saved is null && !given.Contains("--file"))
        {
            throw new UsageException("name manifests by --file, or a plan that 'plan --out' wrote.");
        }

        PlanOptions options = prune.Read(session);
        confirmation.Require(session);
        IReadOnlyList<ClientManifest> manifests = saved is not null ? [] : await input.ReadAsync(session).ConfigureAwait(false);
        ManifestPlan? read = saved is null ? null : await PlanFile.ReadAsync(session, saved).ConfigureAwait(false);
        using IssuedSecrets? secrets = await output.OpenForSeveralAsync(session).ConfigureAwait(false);
        IClientManagement clients = session.Clients;
        ManifestPlan plan = read ?? await ManifestPlan.CreateAsync(clients, manifests, options, session.Token).ConfigureAwait(false);
        Lines.Write(session.View, PlanReport.Lines(plan));
        ManifestProblems.Warn(session, plan.Warnings);
        if (plan.Problems.Count > 0)
        {
            await ManifestProblems.WriteAsync(session, plan, options).ConfigureAwait(false);
            return ExitCode.Failed;
        }

        if (plan.HasChanges && !await confirmation.AskAsync(session, $"Make these changes at {clients.Provider}?").ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was changed.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        var report = new ApplyReport(session, plan, secrets);
        return await report.EndAsync(await ApplyAsync(session, plan, stop, report).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<ApplyResult>> ApplyAsync(Session session, ManifestPlan plan, bool stop, ApplyReport report)
    {
        if (!plan.HasChanges)
        {
            return [];
        }

        await RegistrationStoreProbe.RunAsync(session, plan.Provider).ConfigureAwait(false);
        IReadOnlyList<ApplyResult> results = [];
        await BulkProgress.ShowAsync(session.View, plan.Changes.Count - plan.Count(ChangeKind.Unchanged), async advance =>
        {
            var options = new ApplyOptions
            {
                ContinueOnError = !stop,
                MaxConcurrency = stop ? 1 : new ApplyOptions().MaxConcurrency,
                OnResult = result =>
                {
                    report.Add(result);
                    advance();
                },
            };
            results = await plan.ApplyAsync(session.Clients, options, session.Token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return results;
    }
}
