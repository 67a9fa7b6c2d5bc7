using System.CommandLine;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client</c>: everything about registrations.</summary>
internal static class ClientCommands
{
    public static Command Create(Runner runner) => new ToolCommand("client", "Lists, shows and changes clients.")
    {
        ClientListCommand.Create(runner),
        ClientGetCommand.Create(runner),
        ClientCreateCommand.Create(runner),
        ClientUpdateCommand.Create(runner),
        ClientDeleteCommand.Create(runner),
        ClientSwitchCommands.Enable(runner),
        ClientSwitchCommands.Disable(runner),
        ClientRotateSecretCommand.Create(runner),
        ClientSetSecretCommand.Create(runner),
    };

    public static Argument<string> Id() => new("ID") { Description = "The client_id." };

    public static Argument<string[]> Ids() =>
        new("ID") { Description = "One or more client_id.", Arity = ArgumentArity.OneOrMore };
}
