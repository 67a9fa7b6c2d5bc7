using System.CommandLine;
using System.Text.Json;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var command = new ToolCommand("schema", "Prints the JSON Schema of manifests, for editors.")
        {
            Notes =
            [
                ("Editors", "Keep the output in a file, for example manifest.schema.json. 'export --schema' names it in the files: in YAML by a comment for the YAML language server, which many editors have; in JSON by \"$schema\". Both may be written by hand as well:\n"
                    + "  # yaml-language-server: $schema=../manifest.schema.json"),
            ],
            Examples = ["clientmgmt schema", "clientmgmt export --out clients/ --schema ../manifest.schema.json"],
        };
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(OutputFormats.Of(parsed) == OutputFormat.JsonLines
                ? Output.JsonText.Short(JsonElement.Parse(ManifestSchema.Json)) + "\n"
                : ManifestSchema.Json);
            return ExitCode.Done;
        });
        return command;
    }
}
