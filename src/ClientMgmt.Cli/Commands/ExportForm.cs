using System.CommandLine;
using System.CommandLine.Parsing;
using ClientMgmt.Cli.Options;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary>What exported manifests say, and how their files are named.</summary>
internal sealed class ExportForm
{
    private const string ById = "id";
    private const string ByName = "name";

    private readonly Option<bool> _withoutIds = new("--without-ids")
    {
        Description = "Leaves client_id out, so that a manifest is about the client of the same name anywhere; it stays where no name is the client's alone.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _withoutDefaults = new("--without-defaults")
    {
        Description = "Leaves out what a new client is anyway.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string?> _fileNames = new("--file-names")
    {
        Description = "Names the files of a folder after the client's id (default; 4711.yaml) or name (with --without-ids; orders.yaml). Of names that lead to one file, each gets a digest; of clients of one name, each gets its id.",
        HelpName = $"{ById}|{ByName}",
        CustomParser = ReadFileNames,
    };

    private readonly Option<string?> _schema = new("--schema")
    {
        Description = "Names the schema that 'clientmgmt schema' prints in each file, for editors: its address, or its path from there.",
        HelpName = "URL-or-FILE",
        CustomParser = ReadSchema,
    };

    public ExportForm() => _fileNames.CompletionSources.Add(ById, ByName);

    public void AddTo(Command command)
    {
        command.Add(_withoutIds);
        command.Add(_withoutDefaults);
        command.Add(_fileNames);
        command.Add(_schema);
    }

    public ExportOptions Read(Session session) => new()
    {
        WithoutIds = session.Get(_withoutIds),
        WithoutDefaults = session.Get(_withoutDefaults),
        NameFiles = session.Get(_fileNames) is { } names ? names == ByName : session.Get(_withoutIds),
        Schema = session.Get(_schema),
    };

    private static string? ReadFileNames(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: ById or ByName }])
        {
            return result.Tokens[0].Value;
        }

        result.AddError($"--file-names must be {ById} or {ByName}.");
        return null;
    }

    private static string? ReadSchema(ArgumentResult result)
    {
        if (!result.Tokens[0].Value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return result.Tokens[0].Value;
        }

        result.AddError("--schema must be without white space.");
        return null;
    }
}
