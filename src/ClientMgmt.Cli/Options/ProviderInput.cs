using System.CommandLine;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Errors;

namespace ClientMgmt.Cli.Options;

/// <summary>What a new provider is: by options or, on a terminal, by questions.</summary>
internal sealed class ProviderInput
{
    private readonly Option<Backend?> _backend = BackendOption.Create(
        "The kind of backend: " + string.Join(", ", NewProvider.All.Select(p => $"{p.Backend} ({p.Title})")) + ".");

    private readonly Option<string> _name = new("--name")
    {
        Description = "How the provider is called.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "main",
    };

    private readonly Dictionary<string, Option<string?>> _settings = NewProvider.AllSettings.ToDictionary(
        setting => setting.Name,
        setting => new Option<string?>(OptionOf(setting)) { Description = DescriptionOf(setting), HelpName = "VALUE" });

    private readonly SecretInput _secret = new();

    public void AddTo(Command command)
    {
        command.Add(_backend);
        command.Add(_name);
        foreach (Option<string?> option in _settings.Values)
        {
            command.Add(option);
        }

        _secret.AddTo(command);
        command.Add(SecretInput.Refused());
    }

    /// <exception cref="UsageException">Something is missing and nobody can be asked, or does not belong to the backend.</exception>
    public async Task<(string Name, NewProvider Provider, IReadOnlyDictionary<string, string> Settings)> ReadAsync(Session session)
    {
        string name = session.Get(_name)!;
        if (name.Length == 0 || name.Contains(':', StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal))
        {
            throw new UsageException("--name: the name of a provider is not empty and has no : and no __.");
        }

        NewProvider provider = await ChooseAsync(session).ConfigureAwait(false);
        if (_settings.FirstOrDefault(s => session.Get(s.Value) is not null && provider.Settings.All(own => own.Name != s.Key)).Value is { } other)
        {
            throw new UsageException($"{other.Name} does not belong to {provider.Backend}.");
        }

        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (NeededSetting setting in provider.Settings)
        {
            string? value = session.Get(_settings[setting.Name])
                ?? await AskAsync(session, setting).ConfigureAwait(false);
            if (!string.IsNullOrEmpty(value))
            {
                settings[setting.Name] = value;
            }
            else if (!setting.IsOptional)
            {
                throw new UsageException($"{OptionOf(setting)} is missing: {setting.Question}.");
            }
        }

        return (name, provider, settings);
    }

    /// <summary>The secret; null if the provider needs none and there is none.</summary>
    /// <param name="session">The command.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="variable">The variable that the configuration would take it from.</param>
    public async Task<Secret?> ReadSecretAsync(Session session, NeededSetting setting, string variable)
    {
        if (_secret.IsGiven(session))
        {
            return await _secret.ReadAsync(session).ConfigureAwait(false);
        }

        if (session.Environment.Variable(variable) is { } value)
        {
            return new Secret(value);
        }

        if (session.Environment.CanAsk)
        {
            string answer = await SecretInput.AskAsync(session, Question(setting)).ConfigureAwait(false);
            if (answer.Length > 0)
            {
                return new Secret(answer);
            }
        }

        return setting.IsOptional ? null : throw new UsageException(
            $"{setting.Question} is missing: use --secret-file FILE (- for standard input), --secret-env NAME or the variable {variable}.");
    }

    private async Task<NewProvider> ChooseAsync(Session session)
    {
        Backend? backend = session.Get(_backend);
        while (backend is null && session.Environment.CanAsk)
        {
            string? answer = await session.View.AskAsync(
                $"Backend ({string.Join(", ", NewProvider.All.Select(p => p.Backend))}):", session.Environment.Input.ReadLine, session.Token).ConfigureAwait(false);
            if (answer is null)
            {
                break;
            }

            backend = NewProvider.All.FirstOrDefault(p => $"{p.Backend}".Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase))?.Backend;
        }

        return backend is null
            ? throw new UsageException($"{BackendOption.Name} is missing: {string.Join(", ", NewProvider.All.Select(p => p.Backend))}.")
            : NewProvider.All.First(p => p.Backend == backend);
    }

    private static async Task<string?> AskAsync(Session session, NeededSetting setting)
    {
        if (!session.Environment.CanAsk)
        {
            return setting.Suggestion;
        }

        string? answer = await session.View.AskAsync(Question(setting), session.Environment.Input.ReadLine, session.Token).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(answer) ? setting.Suggestion : answer.Trim();
    }

    private static string Question(NeededSetting setting) =>
        $"{setting.Name}, {setting.Question}{(setting.Suggestion is { } suggestion ? $" [{suggestion}]" : setting.IsOptional ? " [none]" : "")}:";

    private static string OptionOf(NeededSetting setting) => "--" + string.Concat(
        setting.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string DescriptionOf(NeededSetting setting) => Output.PlainText.Sentence(setting.Question)
        + $" ({string.Join(", ", NewProvider.All.Where(p => p.Settings.Any(s => s.Name == setting.Name)).Select(p => p.Backend))}).";
}
