using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>Finds every mistake in the options at once and names each by its key. No value is repeated: it may be a secret.</summary>
internal sealed class OptionsValidator : IValidateOptions<ClientManagementOptions>
{
    private static readonly string[] s_common =
    [
        nameof(ProviderOptions.Backend), nameof(ProviderOptions.BaseAddress), nameof(ProviderOptions.AllowHttp),
        nameof(ProviderOptions.Resilience),
    ];

    public ValidateOptionsResult Validate(string? name, ClientManagementOptions options)
    {
        List<string> errors = [.. options.BindingErrors];
        errors.AddRange(CheckDefault(options));
        if (options.MaxResponseBytes is <= 0 or > int.MaxValue)
        {
            errors.Add($"{options.Key(nameof(options.MaxResponseBytes))} must be between 1 and {int.MaxValue}.");
        }

        foreach ((string provider, ProviderOptions settings) in options.Providers)
        {
            if (settings is null)
            {
                errors.Add($"{options.Key(nameof(options.Providers), provider)} is null; describe the provider or remove it.");
                continue;
            }

            bool HasError(string setting) => errors.Any(e => e.StartsWith(
                options.Key(nameof(options.Providers), provider, setting) + " ", StringComparison.OrdinalIgnoreCase));

            errors.AddRange(Check(settings, HasError).Where(p => !HasError(p.Setting)).ToArray()
                .Select(p => $"{options.Key(nameof(options.Providers), provider, p.Setting)} {p.Problem}"));
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> CheckDefault(ClientManagementOptions options)
    {
        string names = string.Join(", ", options.Providers.Keys.Order(StringComparer.OrdinalIgnoreCase));
        if (options.Providers.Count == 0)
        {
            yield return $"{options.Key(nameof(options.Providers))} names no provider; at least one is needed.";
        }
        else if (options.DefaultProvider is null)
        {
            yield return $"{options.Key(nameof(options.Provider))} is missing; set it to one of {names}.";
        }
        else if (!options.Providers.ContainsKey(options.DefaultProvider))
        {
            yield return $"{options.Key(nameof(options.Provider))} names no entry of Providers; use one of {names}.";
        }
    }

    private static IEnumerable<(string Setting, string Problem)> Check(ProviderOptions provider, Func<string, bool> isUnreadable)
    {
        if (BaseAddressValidator.Check(provider.BaseAddress, provider.AllowHttp) is { } problem)
        {
            yield return (nameof(provider.BaseAddress), problem);
        }

        foreach ((string, string) finding in ResilienceValidator.Check(provider.Resilience, isUnreadable))
        {
            yield return finding;
        }

        if (provider.Backend is not { } backend || BackendRegistry.Find(backend) is not { } definition)
        {
            yield return (nameof(provider.Backend), $"is missing; use one of {string.Join(", ", Enum.GetNames<Backend>())}.");
            yield break;
        }

        foreach ((string, string) finding in CheckSettings(provider, definition)
            .Concat(CheckCredential(provider, definition)).Concat(definition.Check(provider)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<(string Setting, string Problem)> CheckSettings(
        ProviderOptions provider, BackendDefinition definition)
    {
        foreach (string setting in definition.Required.Where(s => !ProviderSettings.IsGiven(provider, s)))
        {
            yield return (setting, $"is missing; {definition.Backend} needs it.");
        }

        IEnumerable<string> known = s_common.Concat(definition.Required).Concat(definition.Optional)
            .Concat(definition.Credentials.SelectMany(c => c.Settings));
        foreach (string setting in ProviderSettings.Names.Except(known).Where(s => ProviderSettings.IsGiven(provider, s)))
        {
            yield return (setting, $"is not a setting of {definition.Backend}; remove it.");
        }
    }

    private static IEnumerable<(string Setting, string Problem)> CheckCredential(
        ProviderOptions provider, BackendDefinition definition)
    {
        string[] given = [.. definition.Credentials.SelectMany(c => c.Settings).Where(s => ProviderSettings.IsGiven(provider, s))];
        if (provider.CredentialCallback is not null)
        {
            return given.Select(s => (s, "must not be set beside CredentialCallback; remove one of them."));
        }

        CredentialSetting[] begun = [.. definition.Credentials.Where(c => c.Settings.Intersect(given).Any())];
        return begun.Length switch
        {
            0 => [(definition.Credentials[0].Settings[0], "is missing; the credential may be given by " + string.Join(
                " or ", definition.Credentials.Select(c => string.Join(" and ", c.Settings))) + ".")],
            1 => begun[0].Settings.Except(given).Select(s => (s, "is missing beside " + string.Join(", ", given) + "."))
                .Concat(Unprintable(provider, begun[0])),
            _ => given.Select(s => (s, "is one of several credentials; keep only one.")),
        };
    }

    private static IEnumerable<(string Setting, string Problem)> Unprintable(
        ProviderOptions provider, CredentialSetting credential) => credential.Settings
        .Where(s => ProviderSettings.IsGiven(provider, s) && !ProviderCredential.IsValid(credential.Kind, ProviderSettings.Text(provider, s)))
        .Select(s => (s, "must consist of visible ASCII characters; remove spaces, line breaks and, in a cookie, separators."));
}
