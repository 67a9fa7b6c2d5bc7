using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt providers</c>: what is configured, and whether it works.</summary>
internal static class ProvidersCommand
{
    public static Command Create(Runner runner)
    {
        var check = new Option<bool>("--check")
        {
            Description = "Calls each provider and says whether it accepts the credential.",
            Arity = ArgumentArity.Zero,
        };
        var command = new ToolCommand("providers", "Lists the configured providers.")
        {
            Examples = ["clientmgmt providers", "clientmgmt providers --check --provider main"],
        };
        command.Add(check);
        runner.Run(command, session => RunAsync(session, session.Get(check)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, bool check)
    {
        string[] names =
        [
            .. session.Providers.Names.Where(p => session.ProviderName is not { } name
                || p.Equals(name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal),
        ];
        Report[] reports = await Task.WhenAll(names.Select(name => ReportAsync(session, name, check))).ConfigureAwait(false);
        Write(session, [.. reports.Select(r => Document(session, r, check))], check);
        foreach (string problem in reports.Select(r => r.Problem).Append(session.Providers.DefaultProblem).OfType<string>().Distinct())
        {
            await session.View.ErrorAsync(problem).ConfigureAwait(false);
        }

        return Code([.. reports.Select(r => r.ExitCode), .. session.Providers.DefaultProblem is null ? Array.Empty<int>() : [ExitCode.Usage]]);
    }

    private static async Task<Report> ReportAsync(Session session, string name, bool check)
    {
        try
        {
            ProviderOptions options = session.Providers.Options(name);
            var report = new Report(name, $"{options.Backend}", $"{options.BaseAddress ?? options.Issuer ?? options.RegistrationEndpoint}", "ok");
            return check ? Checked(report, await session.Providers.Get(name).CheckHealthAsync(session.Token).ConfigureAwait(false)) : report;
        }
        catch (OptionsValidationException e)
        {
            ErrorReport error = ErrorReport.Of(e, session);
            IConfigurationSection given = session.Providers.Configuration.SectionOf(name)
                .GetSection($"{nameof(ClientManagementOptions.Providers)}:{name}");
            return new Report(
                name, given[nameof(ProviderOptions.Backend)], given[nameof(ProviderOptions.BaseAddress)],
                "wrong configuration", error.Line, error.ExitCode);
        }
    }

    private static Report Checked(Report report, ProviderHealth health) => health.IsHealthy ? report with
    {
        Status = health switch
        {
            { AcceptsCredential: true } => report.Status,
            { Answers: true } => "answers; credential not tried",
            _ => "nothing to ask",
        },
    }
    : report with
    {
        Status = health switch
        {
            { AcceptsCredential: false } => "credential refused",
            { Answers: true } => "answers, but not as expected",
            _ => "no answer",
        },
        Problem = $"{health.Error?.Provider}: {health.Error?.Summary}",
        ExitCode = health.AcceptsCredential == false ? ExitCode.Credentials : ExitCode.Failed,
    };

    private static int Code(int[] codes) => codes.Distinct().ToArray() switch
    {
        [] => ExitCode.Done,
        [var one] => one,
        var several => several.Contains(ExitCode.Done) ? ExitCode.Partly : ExitCode.Failed,
    };

    private static JsonObject Document(Session session, Report report, bool check)
    {
        var document = new JsonObject
        {
            ["name"] = report.Name,
            ["backend"] = report.Backend,
            ["base_address"] = report.BaseAddress,
            ["default"] = report.Name.Equals(session.Providers.Default, StringComparison.OrdinalIgnoreCase),
        };
        if (check)
        {
            document["status"] = report.Status;
        }

        return document;
    }

    private static void Write(Session session, IReadOnlyList<JsonObject> documents, bool check) => session.View.Write(
        new JsonArray([.. documents]),
        () =>
        {
            var table = Tables.Create(["NAME", "BACKEND", "DEFAULT", "ADDRESS", .. check ? ["STATUS"] : Array.Empty<string>()]);
            foreach (JsonObject p in documents)
            {
                table.Row([.. new[] { $"{p["name"]}", $"{p["backend"]}", p["default"]!.GetValue<bool>() ? "yes" : "", $"{p["base_address"]}" },
                    .. check ? [$"{p["status"]}"] : Array.Empty<string>()]);
            }

            return table;
        });

    /// <summary>What is known of one provider.</summary>
    private sealed record Report(
        string Name, string? Backend, string? BaseAddress, string Status, string? Problem = null, int ExitCode = ExitCode.Done);
}
