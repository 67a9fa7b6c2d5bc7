using System.CommandLine;
using System.CommandLine.Help;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;

namespace ClientMgmt.Cli.Commands;

/// <summary>The tree of all commands.</summary>
internal static class ToolCommands
{
    /// <param name="environment">Where the tool runs.</param>
    /// <param name="words">The words of the command line; null to make all commands whole.</param>
    public static Command Create(ToolEnvironment environment, IReadOnlyCollection<string>? words = null)
    {
        var globals = new GlobalOptions(environment);
        var runner = new Runner(environment, globals);

        // Not a RootCommand, which would call itself by the name of the assembly.
        var root = new ToolCommand(Program.Name, "Manages OAuth clients across backends.")
        {
            Notes =
            [
                ("Configuration", ConfigurationNote),
                ("Exit codes", string.Join('\n', ExitCode.All.Select(c => $"{c.Code,3}  {c.Meaning}"))),
            ],
            Examples =
            [
                "clientmgmt sandbox --examples --config-out clientmgmt.json  # in a terminal of its own",
                "clientmgmt providers --check",
                "clientmgmt client list",
                "clientmgmt client update 4711 --redirect-uri https://app.example.com/cb",
                "clientmgmt export --out clients.yaml  # then edit the file",
                "clientmgmt validate -f clients.yaml",
                "clientmgmt plan -f clients.yaml",
                "clientmgmt apply -f clients.yaml",
                "clientmgmt copy --from DocSpace --to AuthleteV3 --all --dry-run",
            ],
        };
        root.Add(new HelpOption("--help", "-h") { Action = new ToolHelp() });
        root.Add(new VersionOption());
        globals.AddTo(root);
        root.Add(InitCommand.Create(runner));
        root.Add(ProvidersCommand.Create(runner));
        root.Add(ClientCommands.Create(runner));
        root.Add(GrantCommands.Create(runner));
        root.Add(ScopeCommands.Create(runner));
        root.Add(RegistrationCommands.Create(runner));
        root.Add(ExportCommand.Create(runner));
        root.Add(SchemaCommand.Create());
        root.Add(ValidateCommand.Create(runner));
        root.Add(PlanCommand.Create(runner));
        root.Add(ApplyCommand.Create(runner));
        root.Add(CopyCommand.Create(runner));
        root.Add(SandboxCommand.Create(environment));
        root.Add(DemoCommand.Create(runner));
        root.Add(CompletionCommand.Create());

        // Quotes may stand inside of a word that a shell completes.
        root.Fill(words?.Select(word => word.Replace("\"", "", StringComparison.Ordinal)).ToArray());
        return root;
    }

    private const string ConfigurationNote =
        """
        The section ClientManagement of the file that --config names; by default of clientmgmt.json in the current folder or, without one, in clientmgmt/ in the user's configuration folder. Environment variables such as ClientManagement__Providers__main__AccessToken win over the file:
          {
            "ClientManagement": {
              "Provider": "main",
              "Providers": {
                "main": { "Backend": "AuthleteV3", "BaseAddress": "https://us.authlete.com/", "ServiceId": "1234567890", "AccessToken": "..." },
                "old": { "Backend": "AuthleteV2", "BaseAddress": "https://api.authlete.com/", "ServiceApiKey": "...", "ServiceApiSecret": "...",
                         "Developer": "..." },
                "docs": { "Backend": "DocSpace", "BaseAddress": "https://portal.example.com/", "ApiKey": "..." },
                "as": { "Backend": "DynamicRegistration", "Issuer": "https://as.example.com", "InitialAccessToken": "..." }
              }
            }
          }
        'clientmgmt init' asks for what it needs, tries it and writes it; 'clientmgmt sandbox --config-out clientmgmt.json' writes one to try the tool with, without an account.
        """;
}
