using System.CommandLine;
using SpecCheck.Deliberate;
using SpecCheck.Output;
using SpecCheck.Reading;

namespace SpecCheck;

/// <summary>Tells what a new document of a vendor means for a specification of ours.</summary>
internal static class Program
{
    public static int Main(string[] args) => Run(args, Console.Out, Console.Error, SpecFolder.Find(Directory.GetCurrentDirectory()));

    internal static int Run(string[] args, TextWriter output, TextWriter error, SpecFolder? specs)
    {
        ParseResult parsed = CreateCommand(specs).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            error.WriteLine($"SpecCheck: {parsed.Errors[0].Message} See --help.");
            return ExitCode.Unusable;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (SpecFileException e)
        {
            error.WriteLine(Sentence.Plain(e.Message));
            return ExitCode.Unusable;
        }
    }

    private static RootCommand CreateCommand(SpecFolder? specs)
    {
        Argument<string> name = new("spec") { Description = "The specification of ours: the name of a file in specs/, without .yaml." };
        Argument<string> vendor = new("vendor-file") { Description = "The vendor's OpenAPI document, 3.0 or 3.1, YAML or JSON." };
        Option<string> format = new("--output") { Description = "How the differences are written.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Option<bool> all = new("--all") { Description = "Also lists every difference that a rule of specs/README.md explains." };
        Option<bool> write = new("--write") { Description = "Adds what is additive to the specification, and leaves all else to you." };
        var command = new RootCommand(
            "Compares a vendor's document with our specification. Exit status: 0 nothing new, 2 differences, 1 a file cannot be used.")
        {
            name, vendor, format, all, write,
        };
        command.SetAction(parsed =>
        {
            SpecFolder folder = specs ?? throw new SpecFileException(Directory.GetCurrentDirectory(), 0, "there is no folder 'specs' here or above.");
            (string spec, string file) = (parsed.GetValue(name)!, parsed.GetValue(vendor)!);
            Report report = parsed.GetValue(write) ? folder.Write(spec, file) : folder.Check(spec, file);
            if (parsed.GetValue(format) == "json")
            {
                JsonReport.Write(parsed.InvocationConfiguration.Output, report);
            }
            else
            {
                TextReport.Write(parsed.InvocationConfiguration.Output, report, parsed.GetValue(all));
            }

            return report.HasNews ? ExitCode.Differences : ExitCode.NothingNew;
        });
        return command;
    }
}
