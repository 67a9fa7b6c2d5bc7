using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt copy</c>.</summary>
internal static class CopyCommand
{
    public static Command Create(Runner runner)
    {
        var input = new CopyInput(runner.Environment);
        var confirmation = new Confirmation("the copy");
        Option<bool> stop = Bulk.StopOption();
        var command = new ToolCommand("copy", "Copies clients to another provider, also of another vendor.")
        {
            IsPlan = true,
            Notes =
            [
                ("Losses", "First it says what the target cannot hold, and copies nothing if anything would be lost, unless --allow-loss."),
                ("Applications", "With --keep-secrets and --keep-client-ids the applications go on with the credentials that they have: at Authlete, a client takes a secret of your choice, and answers to an alias (clientIdAlias) as to an id. The plan says it of each client. Where the source does not tell a secret, where the target takes none or has no aliases, or where another client answers to an id already, nothing is sent. A copy whose secret could not be set counts as partly done; running it again sets it."),
                ("Mapping", "The ids and secrets that the target issues are in the mapping file, which only its owner can read (mode 0600). With it, a client that was copied is skipped the next time. Two runs with one file take turns, and the second finds what the first one has copied."),
                ("Exit codes of --dry-run", "Those of 'plan': 0 nothing to copy, 2 clients would be copied, 1 they cannot be."),
            ],
            Examples =
            [
                "clientmgmt copy --from DocSpace --to AuthleteV3 --all --dry-run",
                "clientmgmt copy --from DocSpace --to AuthleteV3 0a1b --allow-loss",
                "clientmgmt copy --from AuthleteV2 --to AuthleteV3 --all --keep-secrets --keep-client-ids",
                "clientmgmt copy --from AuthleteV3 --to DocSpace --all --default allowed_origins=https://app.example.com",
            ],
        };
        input.AddTo(command);
        confirmation.AddTo(command);
        command.Add(stop);
        runner.Run(command, session => RunAsync(session, input, confirmation, session.Get(stop)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, CopyInput input, Confirmation confirmation, bool stop)
    {
        CopyOptions options = input.Read(session);
        bool isDryRun = input.IsDryRun(session);
        (IClientManagement source, IClientManagement target) = input.Providers(session);
        if (!isDryRun)
        {
            if (session.View.Format == OutputFormat.Markdown)
            {
                throw new UsageException(CommandLineMistake.PlansAlone);
            }

            confirmation.Require(session);
        }

        using MappingFile mapping = input.OpenMapping(session);
        if (!isDryRun)
        {
            await mapping.ProbeAsync().ConfigureAwait(false);
        }

        var report = new CopyReport(session, mapping);
        var unread = new List<Exception>();
        CopyPlan plan = await CopyPlan.CreateAsync(
            source,
            target,
            options with
            {
                Known = mapping.Known,
                ContinueOnError = !stop,
                MaxConcurrency = stop ? 1 : options.MaxConcurrency,
                OnError = stop ? null : (_, error) => unread.Add(error),
                OnResult = report.Add,
            },
            session.Token).ConfigureAwait(false);
        if (unread.Count > 0)
        {
            int code = await ErrorReport.WriteAsync(session, unread).ConfigureAwait(false);
            await session.View.ErrorAsync("nothing was copied.").ConfigureAwait(false);
            return code;
        }

        if (isDryRun)
        {
            PlanReport.Write(session.View, () => CopyPlanReport.Lines(plan), () => CopyPlanReport.Markdown(plan), plan.WriteJson);
        }
        else
        {
            Lines.Write(session.View, CopyPlanReport.Lines(plan));
        }

        if (options.KeepClientIds && target.Capabilities.ClientIdAlias is { Remark: { } remark } alias)
        {
            session.View.Note($"ids are kept as {alias.Property}: {remark}.");
        }

        if (plan.Problems.Any())
        {
            await ManifestProblems.WriteAsync(session, CopyPlanReport.OtherProblems(plan)).ConfigureAwait(false);
            await session.View.ErrorAsync(CopyPlanReport.Refusal(plan, options)).ConfigureAwait(false);
            return ExitCode.Failed;
        }

        int count = plan.Items.Count(i => i.ExistingId is null);
        int secrets = plan.Items.Count(i => i is { ExistingId: not null, KeptSecret: not null });
        if (isDryRun)
        {
            return count + secrets > 0 ? ExitCode.Pending : ExitCode.Done;
        }

        string question = $"Copy {count} from {plan.Source} to {plan.Target}{(secrets > 0 ? $" and set the secrets of {secrets} that are there" : "")}?";
        if (count + secrets > 0 && !await confirmation.AskAsync(session, question).ConfigureAwait(false))
        {
            await session.View.ErrorAsync("nothing was copied.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        await mapping.TakeAsync().ConfigureAwait(false);
        await RegistrationStoreProbe.RunAsync(session, target.Provider).ConfigureAwait(false);
        IReadOnlyList<CopyResult> results = [];
        await BulkProgress.ShowAsync(session.View, plan.Items.Count, async advance =>
        {
            (report.Advance, report.Plan) = (advance, plan);
            results = await plan.RunAsync(target, session.Token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return await report.EndAsync(plan, results).ConfigureAwait(false);
    }
}
