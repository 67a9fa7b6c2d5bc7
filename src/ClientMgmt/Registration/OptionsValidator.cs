using ClientMgmt.Backends;
using ClientMgmt.Options;

namespace ClientMgmt.Registration;

/// <summary>Finds every mistake in the options and names each by its key. No value is repeated: it may be a secret.</summary>
internal static class OptionsValidator
{
    /// <summary>What is wrong beside the providers.</summary>
    public static List<string> Check(ClientManagementOptions options)
    {
        List<string> problems = [.. options.BindingErrors.Where(e => e.Provider is null).Select(e => e.ToString())];
        if (CheckDefault(options) is { } mistake)
        {
            problems.Add(mistake);
        }

        if (options.MaxResponseBytes is <= 0 or > int.MaxValue)
        {
            problems.Add($"{options.Key(nameof(options.MaxResponseBytes))} must be between 1 and {int.MaxValue}.");
        }

        return problems;
    }

    /// <summary>What is wrong with one provider.</summary>
    public static List<string> Check(ClientManagementOptions options, string provider)
    {
        List<string> problems =
        [
            .. options.BindingErrors.Where(e => string.Equals(e.Provider, provider, StringComparison.OrdinalIgnoreCase)).Select(e => e.ToString()),
        ];
        if (options.Providers[provider] is { } settings)
        {
            Check(settings, new SettingErrors(options, provider, problems));
        }
        else
        {
            problems.Add($"{options.Key(nameof(options.Providers), provider)} is null; describe the provider or remove it.");
        }

        return problems;
    }

    private static string? CheckDefault(ClientManagementOptions options)
    {
        if (options.Providers.Count == 0)
        {
            return $"{options.Key(nameof(options.Providers))} names no provider; at least one is needed.";
        }

        if (options.DefaultProvider is { } known && options.Providers.ContainsKey(known))
        {
            return null;
        }

        string names = string.Join(", ", options.Providers.Keys.Order(StringComparer.OrdinalIgnoreCase));
        return options.Key(nameof(options.Provider)) + (options.DefaultProvider is null
            ? $" is missing; set it to one of {names}."
            : $" names no entry of Providers; use one of {names}.");
    }

    private static void Check(ProviderOptions provider, SettingErrors problems)
    {
        if (provider.Resilience is null)
        {
            problems.Add(nameof(provider.Resilience), "is null; leave it as it is to have the defaults.");
        }
        else
        {
            new ResilienceValidator(provider.Resilience, problems).Check();
        }

        if (provider.Backend is not { } backend || BackendRegistry.Find(backend) is not { } definition)
        {
            CheckAddresses(provider, [nameof(provider.BaseAddress)], problems);
            problems.Add(nameof(provider.Backend), $"is missing; use one of {string.Join(", ", Enum.GetNames<Backend>())}.");
            return;
        }

        CheckAddresses(provider, definition.Addresses, problems);
        CheckSettings(provider, definition, problems);
        CheckCredential(provider, definition, problems);
        definition.Check(provider, problems);
    }

    private static void CheckAddresses(ProviderOptions provider, string[] settings, SettingErrors problems)
    {
        string[] given = [.. settings.Where(s => BackendSettings.Value(provider, s) is not null)];
        if (given.Length == 0)
        {
            problems.Add(settings[0], settings.Length == 1
                ? "is missing; it says where the API is."
                : $"is missing; {string.Join(" or ", settings)} says where the API is.");
        }

        foreach (string setting in given)
        {
            if (CheckAddress((Uri)BackendSettings.Value(provider, setting)!, provider.AllowHttp) is { } problem)
            {
                problems.Add(setting, problem);
            }
        }
    }

    private static void CheckSettings(ProviderOptions provider, BackendDefinition definition, SettingErrors problems)
    {
        foreach (string setting in definition.Required.Where(s => !BackendSettings.IsGiven(provider, s)))
        {
            problems.Add(setting, $"is missing; {definition.Backend} needs it.");
        }

        IEnumerable<string> known = definition.Addresses.Concat(definition.Required).Concat(definition.Optional)
            .Concat(definition.Credentials.SelectMany(c => c.Settings));
        foreach (string setting in BackendSettings.Names.Except(known).Where(s => BackendSettings.IsGiven(provider, s)))
        {
            problems.Add(setting, $"is not a setting of {definition.Backend}; remove it.");
        }
    }

    private static void CheckCredential(ProviderOptions provider, BackendDefinition definition, SettingErrors problems)
    {
        string[] given = [.. definition.Credentials.SelectMany(c => c.Settings).Where(s => BackendSettings.IsGiven(provider, s))];
        if (provider.CredentialCallback is not null)
        {
            problems.Add(given, "must not be set beside CredentialCallback; remove one of them.");
            return;
        }

        CredentialSetting[] begun = [.. definition.Credentials.Where(c => c.Settings.Intersect(given).Any())];
        switch (begun.Length)
        {
            case 0 when definition.IsOpen:
                break;
            case 0:
                problems.Add(definition.Credentials[0].Settings[0], "is missing; the credential may be given by " + string.Join(
                    " or ", definition.Credentials.Select(c => string.Join(" and ", c.Settings))) + ".");
                break;
            case 1:
                problems.Add(begun[0].Settings.Except(given), "is missing beside " + string.Join(", ", given) + ".");
                problems.Add(
                    given.Where(s => !ProviderCredential.IsValid(begun[0].Kind, BackendSettings.Text(provider, s))),
                    "must consist of visible ASCII characters; remove spaces, line breaks and, in a cookie, separators.");
                break;
            default:
                problems.Add(given, "is one of several credentials; keep only one.");
                break;
        }
    }

    private static string? CheckAddress(Uri address, bool allowHttp) => address switch
    {
        { IsAbsoluteUri: false } => "must be an absolute URL.",
        _ when address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp => "must begin with https://.",
        _ when address.UserInfo.Length > 0 => "must not hold a user name or password; use the credential settings.",
        _ when address.Query.Length > 0 || address.Fragment.Length > 0 => "must not hold a query or a fragment.",
        _ when address.Scheme == Uri.UriSchemeHttp && !allowHttp && !ThisMachine.Has(address) =>
            "is plain http to another machine, where credentials can be read on the way; use https, or set AllowHttp.",
        _ => null,
    };
}
