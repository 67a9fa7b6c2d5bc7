using System.CommandLine;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt completion</c>: a script that teaches a shell the commands.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> s_scripts = new()
    {
        ["bash"] = """
            _clientmgmt() {
              local found word="${COMP_WORDS[COMP_CWORD]}"
              COMPREPLY=()
              while IFS= read -r found; do
                if [[ -n $found && $found == "$word"* ]]; then COMPREPLY+=("$found"); fi
              done < <(clientmgmt "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            }
            complete -o default -F _clientmgmt clientmgmt
            """,
        ["fish"] = """
            function __clientmgmt_found
              set -l line (commandline --cut-at-cursor --current-process)
              clientmgmt "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete --command clientmgmt --no-files --condition 'count (__clientmgmt_found) >/dev/null' --arguments '(__clientmgmt_found)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName clientmgmt -ScriptBlock {
              param($word, $line, $position)
              clientmgmt "[suggest:$($position - $line.Extent.StartOffset)]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
        ["zsh"] = """
            _clientmgmt() {
              local line="${words[1,CURRENT]}" found
              found="$(clientmgmt "[suggest:${#line}]" "$line" 2>/dev/null)"
              if [[ -n $found ]]; then compadd -- "${(@f)found}"; else _files; fi
            }
            compdef _clientmgmt clientmgmt
            """,
    };

    public static Command Create()
    {
        Argument<string> shell = new Argument<string>("SHELL") { Description = "bash, fish, pwsh or zsh." }.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        var command = new ToolCommand("completion", "Prints a script that lets a shell complete commands and options.")
        {
            Notes = [("Use", "Put the line for your shell into its start-up file, for zsh below compinit.")],
            Examples =
            [
                "source <(clientmgmt completion bash)  # ~/.bashrc, and with zsh in ~/.zshrc",
                "clientmgmt completion fish | source  # ~/.config/fish/config.fish",
                "clientmgmt completion pwsh | Out-String | Invoke-Expression  # $PROFILE",
            ],
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
