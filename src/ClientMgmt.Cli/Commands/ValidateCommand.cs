using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt validate</c>.</summary>
internal static class ValidateCommand
{
    public static Command Create(Runner runner)
    {
        var input = new ManifestInput();
        Option<Backend?> backend = BackendOption.Create(
            $"Says also what this backend cannot store: {string.Join(", ", Enum.GetNames<Backend>())}. With --provider, it is that of the provider, whose settings may be incomplete.");
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors.", Arity = ArgumentArity.Zero };
        var command = new ToolCommand("validate", "Checks manifests without a credential and without a request.")
        {
            Notes =
            [
                ("Errors", "What no plan can carry out: keys and types that are wrong, two manifests of one client and, with a backend, what it cannot store."),
                ("Warnings", "What is probably not meant: values that no specification knows, redirect URIs that cannot be right and, with a backend, what a new client lacks. 'plan' tells the first two as well."),
                ManifestInput.Environments,
                ("Exit codes", "0  fine, perhaps with warnings\n1  there are errors"),
            ],
            Examples =
            [
                "clientmgmt validate -f clients/", "clientmgmt validate -f clients/ --backend DocSpace --strict",
                "clientmgmt validate -f clients/ --overlay prod.yaml --var HOST=orders.example.com --provider prod",
            ],
        };
        input.AddTo(command);
        command.Add(backend);
        command.Add(strict);
        runner.Run(command, session => RunAsync(session, input, session.Get(backend), session.Get(strict)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, ManifestInput input, Backend? backend, bool isStrict)
    {
        Capabilities? capabilities = DescribeBackend(session, backend);
        IReadOnlyList<ClientManifest> manifests = [];
        IReadOnlyList<ManifestProblem> problems, warnings = [];
        try
        {
            manifests = await input.ReadAsync(session).ConfigureAwait(false);
            var validation = ManifestValidation.Of(manifests, capabilities);
            (problems, warnings) = (validation.Problems, validation.Warnings);
        }
        catch (ManifestException e)
        {
            problems = e.Problems;
        }

        if (isStrict)
        {
            (problems, warnings) = ([.. problems, .. warnings], []);
        }

        await ManifestProblems.WriteAsync(session, problems).ConfigureAwait(false);
        ManifestProblems.Warn(session, warnings);
        if (session.View.IsTable)
        {
            Lines.Write(session.View, [new ReportLine($"{manifests.Count} checked: {Count(problems, "error")}, {Count(warnings, "warning")}.")]);
        }
        else
        {
            session.View.Write(
                new JsonObject { ["checked"] = manifests.Count, ["problems"] = Document(problems), ["warnings"] = Document(warnings) },
                static () => Tables.Create());
        }

        return problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static Capabilities? DescribeBackend(Session session, Backend? backend) => (backend, session.ProviderName) switch
    {
        (not null, not null) => throw new UsageException($"{BackendOption.Name} and --provider are for the same; leave one out."),
        (not null, _) => BackendCapabilities.Of(new ProviderOptions { Backend = backend }),
        (_, { } provider) => session.Providers.Describe(provider),
        _ => null,
    };

    private static string Count(IReadOnlyCollection<ManifestProblem> problems, string word) => $"{problems.Count} {word}{(problems.Count == 1 ? "" : "s")}";

    private static JsonArray Document(IEnumerable<ManifestProblem> problems) => new([.. problems.Select(p => (JsonNode)ErrorDocument.Entry(p))]);
}
