using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt init</c>: a configuration for a server, tried before it is written.</summary>
internal static class InitCommand
{
    private const string KeepName = "--keep-secret";

    public static Command Create(Runner runner) => new ToolCommand("init", "Writes a configuration: asks for what it needs on a terminal, and tries it.", command => Fill(command, runner))
    {
        Examples =
        [
            "clientmgmt init",
            "clientmgmt init --backend AuthleteV3 --service-id 1234567890 --secret-file token.txt",
            "clientmgmt init --backend DocSpace --base-address https://portal.example.com/ --secret-env DOCSPACE_KEY --keep-secret variable",
        ],
        IsAboutSecrets = true,
    };

    private static void Fill(ToolCommand command, Runner runner)
    {
        var input = new ProviderInput();
        Option<string> output = new("--out")
        {
            Description = "The file to write; named clientmgmt.json, the tool finds it by itself. - is standard output.",
            HelpName = "FILE",
            DefaultValueFactory = _ => ConfigurationLoader.FileName,
        };
        Option<string> keep = new(KeepName)
        {
            Description = "Where the secret is kept: in the file, which only its owner can read (mode 0600), or in an environment variable, of which the file needs nothing.",
            HelpName = "file|variable",
            DefaultValueFactory = _ => "file",
        };
        keep.AcceptOnlyFromAmong("file", "variable");
        Option<bool> force = Flag("--force", "Replaces the file if it is there.");
        Option<bool> noCheck = Flag("--no-check", "Does not try whether the server answers and accepts the credential.");
        command.Notes =
        [
            ("Secret", "It is read from --secret-file, --secret-env, or the variable that the configuration would take it from (ClientManagement__Providers__NAME__SETTING), or asked for unseen. It is never an argument."),
            ("Exit codes", "4  the server refuses the credential; nothing is written\n1  the server does not answer; nothing is written"),
        ];
        input.AddTo(command);
        foreach (Option option in new Option[] { output, keep, force, noCheck })
        {
            command.Add(option);
        }

        runner.Run(command, session => RunAsync(
            session, input, session.Get(output)!, session.Get(keep) == "file", session.Get(force), session.Get(noCheck)));
    }

    private static async Task<int> RunAsync(Session session, ProviderInput input, string path, bool isInFile, bool force, bool noCheck)
    {
        using WholeFile file = await OutputFile.OpenAsync(session, "--out", path, mayReplace: force, room: 0).ConfigureAwait(false);
        (string name, NewProvider provider, IReadOnlyDictionary<string, string> settings) = await input.ReadAsync(session).ConfigureAwait(false);
        string variable = $"{SandboxSettings.Section}__{nameof(ClientManagementOptions.Providers)}__{name}__{provider.Secret.Name}";
        Secret? secret = await input.ReadSecretAsync(session, provider.Secret, variable).ConfigureAwait(false);
        if (!noCheck && await CheckAsync(session, name, Section(name, provider, settings, secret)).ConfigureAwait(false) is { } code)
        {
            await session.View.ErrorAsync("nothing was written; --no-check writes it all the same.").ConfigureAwait(false);
            return code;
        }

        string text = SandboxSettings.ToJson(Section(name, provider, settings, isInFile ? secret : null));
        file.Content.Write(Encoding.UTF8.GetBytes(text + "\n"));
        file.Put();
        bool isInVariable = secret is not null && !isInFile;
        session.View.Write(
            new JsonObject
            {
                ["file"] = OutputFile.Name(path),
                ["provider"] = name,
                ["backend"] = $"{provider.Backend}",
                ["checked"] = !noCheck,
                ["secret_variable"] = isInVariable ? variable : null,
            },
            () => Tables.Pairs([("file", OutputFile.Name(path)), ("provider", name), ("backend", $"{provider.Backend}"), ("checked", noCheck ? "no" : "yes")]));
        session.View.Note(isInVariable
            ? $"the file holds no secret: set the variable {variable} before you use it. Then: clientmgmt client list"
            : "now: clientmgmt client list");
        return ExitCode.Done;
    }

    // As the tool itself will read it, with the variables over it.
    private static async Task<int?> CheckAsync(Session session, string name, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var providers = OpenProviders.Of(ConfigurationLoader.Of(session.Environment, settings), name, session.Environment, session.View);
        await using (providers.ConfigureAwait(false))
        {
            ProviderHealth health = await providers.Get(name).CheckHealthAsync(session.Token).ConfigureAwait(false);
            if (health.IsHealthy)
            {
                return null;
            }

            await session.View.ErrorAsync($"{name}: {health.Error?.Summary}").ConfigureAwait(false);
            return health.AcceptsCredential == false ? ExitCode.Credentials : ExitCode.Failed;
        }
    }

    private static KeyValuePair<string, string?>[] Section(
        string name, NewProvider provider, IReadOnlyDictionary<string, string> settings, Secret? secret)
    {
        string prefix = $"{SandboxSettings.Section}:{nameof(ClientManagementOptions.Providers)}:{name}:";
        return
        [
            KeyValuePair.Create($"{SandboxSettings.Section}:{nameof(ClientManagementOptions.Provider)}", (string?)name),
            KeyValuePair.Create($"{prefix}{nameof(ProviderOptions.Backend)}", (string?)$"{provider.Backend}"),
            .. settings.Select(s => KeyValuePair.Create(prefix + s.Key, (string?)s.Value)),
            .. secret is null ? [] : new[] { KeyValuePair.Create(prefix + provider.Secret.Name, (string?)secret.Reveal()) },
        ];
    }

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };
}
