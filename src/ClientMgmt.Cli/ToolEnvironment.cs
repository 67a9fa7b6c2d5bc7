namespace ClientMgmt.Cli;

/// <summary>All that the tool takes from the process around it, so that a test can give it something else.</summary>
internal sealed record ToolEnvironment
{
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required string CurrentFolder { get; init; }

    public TextReader Input { get; init; } = TextReader.Null;

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads a line from the terminal without showing it.</summary>
    public Func<string> ReadHiddenLine { get; init; } = static () => "";

    /// <summary>Whether questions can be asked: they go to standard error, so that standard output holds only results.</summary>
    public bool CanAsk => InputIsTerminal && ErrorIsTerminal;

    public static ToolEnvironment OfProcess() => new()
    {
        Variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => e.Value as string ?? "", StringComparer.Ordinal),
        CurrentFolder = Directory.GetCurrentDirectory(),
        Input = TextReader.Synchronized(new Utf8Input(Console.OpenStandardInput())),
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        ReadHiddenLine = HiddenLine.Read,
    };

    /// <summary>The same where nobody sits at a terminal.</summary>
    public ToolEnvironment WithoutTerminal() =>
        this with { InputIsTerminal = false, OutputIsTerminal = false, ErrorIsTerminal = false };

    public string? Variable(string name) => Variables.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    /// <summary>A path as the user means it.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentFolder);

    /// <summary>The path as it was given, so that messages name it so too, unless that means another file.</summary>
    public string GivenPath(string path) => CurrentFolder == Directory.GetCurrentDirectory() ? path : FullPath(path);
}
