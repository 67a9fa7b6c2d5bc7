using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>Where results and everything else go. Standard output holds results only.</summary>
internal sealed record View(TextWriter Output, TextWriter Error, ToolEnvironment Environment)
{
    public OutputFormat Format { get; init; }

    public bool Verbose { get; init; }

    public bool Color { get; init; } = true;

    public bool ShowSecrets { get; init; }

    /// <summary>Says why nothing happens.</summary>
    public WaitReport Waits { get; } = new(Error, Environment.Time);

    public bool IsTable => Format == OutputFormat.Table;

    /// <summary>Whether each of several results can be written as soon as it is there.</summary>
    public bool IsByRow => Format is OutputFormat.Table or OutputFormat.JsonLines;

    /// <summary>Whether errors are documents too.</summary>
    private bool IsJson => Format is OutputFormat.Json or OutputFormat.JsonLines;

    /// <summary>Says what went wrong where there is no view yet.</summary>
    public static Task WriteErrorAsync(TextWriter error, string message) =>
        error.WriteLineAsync($"{Program.Name}: {PlainText.OneLine(message)}");

    /// <summary>Says what went wrong and, if that is asked for, where in the program.</summary>
    public async Task ErrorAsync(string message, Exception? error = null, JsonObject? details = null)
    {
        await (IsJson
            ? Error.WriteLineAsync(ErrorDocument.Of(message, error, details).ToJsonString(JsonText.OneLine))
            : WriteErrorAsync(Error, message)).ConfigureAwait(false);
        await TraceAsync(error).ConfigureAwait(false);
    }

    public Task TraceAsync(Exception? error) =>
        Verbose && error is not null ? Error.WriteLineAsync(error.ToString()) : Task.CompletedTask;

    /// <summary>Says what is probably not meant, and is no error.</summary>
    public void Warn(string message, JsonObject details) => Error.WriteLine(IsJson
        ? ErrorDocument.OfWarning(message, details).ToJsonString(JsonText.OneLine)
        : $"{Program.Name}: warning: {PlainText.OneLine(message)}");

    /// <summary>Says something that is no result.</summary>
    public void Note(string message) => Error.WriteLine(PlainText.OneLine(message));

    /// <summary>Asks the user, but waits no longer than the command may run: the console itself cannot be interrupted.</summary>
    public async Task<string?> AskAsync(string question, Func<string?> read, CancellationToken cancellationToken)
    {
        await Error.WriteAsync(PlainText.OneLine(question) + " ").ConfigureAwait(false);
        try
        {
            return await Task.Run(read, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What is said of that begins a line of its own.
            await Error.WriteLineAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Writes the result: a document, or for people a table of it.</summary>
    public void Write(JsonNode? document, Func<Table> table)
    {
        switch (Format)
        {
            case OutputFormat.Json:
                Output.WriteLine(JsonText.Of(document));
                break;
            case OutputFormat.JsonLines:
                foreach (JsonNode? line in document is JsonArray list ? list : (IEnumerable<JsonNode?>)[document])
                {
                    Output.WriteLine(line?.ToJsonString(JsonText.OneLine) ?? "null");
                }

                break;
            case OutputFormat.Yaml:
                YamlText.Write(Output, JsonSerializer.SerializeToElement(document));
                break;
            default:
                Tables.Write(this, table());
                break;
        }
    }

    public IAnsiConsole OutputConsole() => Terminal.Create(Output, Environment, Environment.OutputIsTerminal, Color);

    public IAnsiConsole ErrorConsole() => Terminal.Create(Error, Environment, Environment.ErrorIsTerminal, Color);
}
