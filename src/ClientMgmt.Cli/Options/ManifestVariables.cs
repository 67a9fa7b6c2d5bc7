using System.CommandLine;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>The variables of manifests: those of --var win over those of --var-file, and these over the environment.</summary>
internal sealed class ManifestVariables
{
    private const string Form = "must be NAME=VALUE, with a name of letters, digits and _";

    private readonly Option<string[]> _variables = new("--var")
    {
        Description = "A variable that manifests name as ${NAME}. Repeat it for several.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _files = new("--var-file")
    {
        Description = "Variables, one NAME=VALUE on a line, with the value as it stands; # begins a comment. Repeat it for several.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    public IEnumerable<Option> Options => [_variables, _files];

    public void AddTo(Command command)
    {
        command.Add(_variables);
        command.Add(_files);
    }

    /// <exception cref="UsageException">One of them is no variable, or a file cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(Session session)
    {
        // Those of the configuration hold credentials, which belong in no client.
        var variables = session.Environment.Variables
            .Where(v => !v.Key.StartsWith(SandboxSettings.Section, StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.Ordinal);
        foreach (string file in session.Get(_files) ?? [])
        {
            string[] lines = (await TextFile.ReadAsync(file, _files.Name, session).ConfigureAwait(false)).Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                string line = lines[i].TrimEnd('\r');
                if (!string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('#'))
                {
                    Add(variables, line, $"{_files.Name}: {file}:{i + 1}");
                }
            }
        }

        foreach (string variable in session.Get(_variables) ?? [])
        {
            Add(variables, variable, _variables.Name);
        }

        return variables;
    }

    private static void Add(Dictionary<string, string> variables, string text, string place)
    {
        int end = text.IndexOf('=', StringComparison.Ordinal);
        if (end < 0 || !VariableText.IsName(text[..end]))
        {
            throw new UsageException($"{place} {Form}.");
        }

        if (text.Any(char.IsControl))
        {
            throw new UsageException($"{place}: the value of {text[..end]} holds a control character.");
        }

        variables[text[..end]] = text[(end + 1)..];
    }
}
