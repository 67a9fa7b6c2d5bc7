using System.CommandLine;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Output;

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
        KeyValuePair<string, ProviderOptions>[] providers =
        [
            .. session.Providers.Options.Providers.Where(p => session.ProviderName is not { } name
                || p.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.Key, StringComparer.Ordinal),
        ];
        ProviderHealth?[] healths = await Task.WhenAll(providers.Select(p => CheckAsync(session, p.Key, check))).ConfigureAwait(false);
        Write(session, [.. providers.Zip(healths, (p, health) => Document(session, p.Key, p.Value, health))], check);
        foreach (ProviderHealth health in healths.OfType<ProviderHealth>().Where(h => !h.IsHealthy))
        {
            await session.View.ErrorAsync($"{health.Error?.Provider}: {health.Error?.Summary}").ConfigureAwait(false);
        }

        return check ? Code([.. healths.OfType<ProviderHealth>()]) : ExitCode.Done;
    }

    private static async Task<ProviderHealth?> CheckAsync(Session session, string provider, bool check) =>
        check ? await session.Providers.Get(provider).CheckHealthAsync(session.Token).ConfigureAwait(false) : null;

    private static int Code(ProviderHealth[] healths) => healths switch
    {
        _ when healths.All(h => h.IsHealthy) => ExitCode.Done,
        _ when healths.Any(h => h.IsHealthy) => ExitCode.Partly,
        _ when healths.All(h => h.AcceptsCredential == false) => ExitCode.Credentials,
        _ => ExitCode.Failed,
    };

    private static JsonObject Document(Session session, string name, ProviderOptions options, ProviderHealth? health)
    {
        var document = new JsonObject
        {
            ["name"] = name,
            ["backend"] = options.Backend?.ToString(),
            ["base_address"] = options.BaseAddress?.ToString(),
            ["default"] = name.Equals(session.Providers.Default, StringComparison.OrdinalIgnoreCase),
        };
        if (health is not null)
        {
            document["status"] = health switch
            {
                { IsHealthy: true } => "ok",
                { AcceptsCredential: false } => "credential refused",
                { Answers: true } => "answers, but not as expected",
                _ => "no answer",
            };
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
}
