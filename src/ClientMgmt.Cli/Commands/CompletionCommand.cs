using System.CommandLine;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt completion</c>: a script that teaches a shell the commands.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> s_scripts = new()
    {
        ["bash"] = """
            _clientmgmt() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(clientmgmt "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _clientmgmt clientmgmt
            """,
        ["zsh"] = """
            _clientmgmt() {
              local -a found
              found=("${(@f)$(clientmgmt "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a found
            }
            compdef _clientmgmt clientmgmt
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName clientmgmt -ScriptBlock {
              param($word, $line, $position)
              clientmgmt "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    public static Command Create()
    {
        Argument<string> shell = new Argument<string>("SHELL") { Description = "bash, zsh or pwsh." }.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        var command = new ToolCommand("completion", "Prints a script that lets a shell complete commands and options.")
        {
            Examples = ["source <(clientmgmt completion bash)"],
        };
        command.Add(shell);
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.WriteLine(s_scripts[parsed.GetRequiredValue(shell)]);
            return ExitCode.Done;
        });
        return command;
    }
}
