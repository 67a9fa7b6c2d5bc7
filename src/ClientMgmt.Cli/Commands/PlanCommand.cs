using System.CommandLine;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt plan</c>.</summary>
internal static class PlanCommand
{
    public static Command Create(Runner runner)
    {
        var input = new ManifestInput();
        var prune = new PruneOptions();
        var command = new ToolCommand("plan", "Shows what 'apply' would do, and changes nothing.")
        {
            IsPlan = true,
            Examples = ["clientmgmt plan -f clients.yaml", "clientmgmt plan -f clients/ --prune --output json", "clientmgmt plan -f clients/ --out orders.plan", "clientmgmt plan -f clients/ --overlay prod.yaml --var HOST=orders.example.com"],
            Notes = [ManifestInput.Note, ManifestInput.Environments, ("Exit codes", "0  nothing to change\n2  changes are pending\n1  the plan cannot be carried out")],
        };
        var target = new Option<string?>(PlanFile.Name)
        {
            Description = "Writes the plan to a file that only you can read, for 'apply FILE'.",
            HelpName = "FILE",
        };
        input.AddTo(command);
        prune.AddTo(command);
        command.Add(target);
        runner.Run(command, session => RunAsync(session, input, prune, session.Get(target)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, ManifestInput input, PruneOptions prune, string? target)
    {
        PlanOptions options = prune.Read(session);
        using PlanFile? file = target is null ? null : await PlanFile.CreateAsync(session, target).ConfigureAwait(false);
        ManifestPlan plan = await ManifestPlan.CreateAsync(
            session.Clients, await input.ReadAsync(session).ConfigureAwait(false), options, session.Token).ConfigureAwait(false);
        PlanReport.Write(session.View, () => PlanReport.Lines(plan), () => PlanReport.Markdown(plan), plan.WriteJson);

        ManifestProblems.Warn(session, plan.Warnings);
        await ManifestProblems.WriteAsync(session, plan, options).ConfigureAwait(false);
        if (file is not null && plan.Problems.Count == 0)
        {
            await file.WriteAsync(plan).ConfigureAwait(false);
        }

        return plan.Problems.Count > 0 ? ExitCode.Failed : plan.HasChanges ? ExitCode.Pending : ExitCode.Done;
    }
}
