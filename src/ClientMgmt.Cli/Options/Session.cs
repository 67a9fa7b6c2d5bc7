using System.CommandLine;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Cli.Options;

/// <summary>One run of a command: what was asked, where the results go, and the providers.</summary>
internal sealed class Session : IAsyncDisposable
{
    private static readonly Func<(string Text, int Done)> s_nothing = () => ("nothing was changed.", 0);

    private readonly ParseResult _parsed;
    private readonly Lazy<OpenProviders> _providers;

    public Session(ParseResult parsed, ToolEnvironment environment, GlobalOptions globals, CancellationToken cancellationToken)
    {
        _parsed = parsed;
        Environment = environment;
        Token = cancellationToken;
        View = CreateView(parsed, environment, globals);
        ProviderName = parsed.GetValue(globals.Provider);
        Rescued = new RescuedKeys(this);
        Names = new ClientNames(this);
        _providers = new Lazy<OpenProviders>(
            () => OpenProviders.Open(environment, parsed.GetValue(globals.Config), ProviderName, View));
    }

    public ToolEnvironment Environment { get; }

    public View View { get; private set; }

    public CancellationToken Token { get; }

    /// <summary>What --provider says.</summary>
    public string? ProviderName { get; }

    public OpenProviders Providers => _providers.Value;

    /// <summary>The provider that was asked for, or the default one.</summary>
    public IClientManagement Clients => Providers.Current;

    public LoadedConfiguration? Configuration => _providers.IsValueCreated ? _providers.Value.Configuration : null;

    /// <summary>The keys to clients that their store did not keep.</summary>
    public RescuedKeys Rescued { get; }

    /// <summary>Finds clients that are called by their names.</summary>
    public ClientNames Names { get; }

    /// <summary>What is said after the cause when the command is stopped, and how many of several were done until then.</summary>
    public Func<(string Text, int Done)> Progress { get; set; } = s_nothing;

    public ParseResult Parsed => _parsed;

    public T? Get<T>(Option<T> option) => _parsed.GetValue(option);

    public T Get<T>(Argument<T> argument) => _parsed.GetRequiredValue(argument);

    /// <summary>The value of an argument that may be left out.</summary>
    public string? Find(Argument<string?> argument) => _parsed.GetValue(argument);

    /// <summary>The values of an argument that may be left out.</summary>
    public string[] GetAll(Argument<string[]> argument) => [.. (_parsed.GetValue(argument) ?? []).Distinct(StringComparer.Ordinal)];

    public bool IsGiven(Option option) => _parsed.GetResult(option) is { Implicit: false };

    /// <summary>Whether, when the command is stopped, nobody knows if something was done.</summary>
    public Func<bool> IsOutcomeUnknown { get; set; } = () => false;

    /// <summary>Says that from now on the one request of the command may be on its way.</summary>
    public void StartsToChange()
    {
        SentChanges.Change change = Providers.Sent.Begin();
        IsOutcomeUnknown = () => change.IsSent;
        Progress = () => (change.IsSent
            ? "whether the change was made is not known: look before you run it again."
            : "nothing was changed.", 0);
    }

    /// <summary>Says that the server did not make the one change of the command, because it has no such client.</summary>
    public void HasNotChanged() => (Progress, IsOutcomeUnknown) = (s_nothing, () => false);

    /// <summary>Says that the one change of the command was made.</summary>
    public void HasChanged(string what) => (Progress, IsOutcomeUnknown) = (() => (what, 1), () => false);

    /// <summary>Gives standard output to something else than the results, which go to standard error from now on.</summary>
    public TextWriter TakeOutput()
    {
        TextWriter output = View.Output;
        View = View with { Output = View.Error, Environment = Environment with { OutputIsTerminal = Environment.ErrorIsTerminal } };
        return output;
    }

    public async ValueTask DisposeAsync()
    {
        if (_providers.IsValueCreated)
        {
            await _providers.Value.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static View CreateView(ParseResult parsed, ToolEnvironment environment, GlobalOptions globals) => new(
        parsed.InvocationConfiguration.Output, TextWriter.Synchronized(parsed.InvocationConfiguration.Error), environment)
    {
        Format = parsed.GetValue(globals.Output),
        Verbose = parsed.GetValue(globals.Verbose),
        Color = !parsed.GetValue(globals.NoColor),
        ShowSecrets = parsed.GetValue(globals.ShowSecrets),
    };
}
