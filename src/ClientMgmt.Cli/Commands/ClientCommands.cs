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
        ClientEditCommand.Create(runner),
        ClientDeleteCommand.Create(runner),
        ClientSwitchCommands.Enable(runner),
        ClientSwitchCommands.Disable(runner),
        ClientRotateSecretCommand.Create(runner),
        ClientSetSecretCommand.Create(runner),
    };

    public static (string Title, string Text) NameNote => (
        "Names", "In place of an ID, the client_name will do if only one client has it; a client with that id wins. Names are looked up only where there is no such id.");

    public static Argument<string> Id() => new("ID") { Description = "The client_id." };

    public static Argument<string[]> Ids() =>
        new("ID") { Description = "One or more client_id.", Arity = ArgumentArity.OneOrMore };
}
