using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>
/// Reads the section. Unlike the configuration binder it goes on after a mistake, so that all can be reported together,
/// and it notices keys that nothing reads.
/// </summary>
internal sealed class ConfigurationReader(IConfiguration section) : IConfigureOptions<ClientManagementOptions>
{
    public void Configure(ClientManagementOptions options)
    {
        options.KeyPrefix = (section as IConfigurationSection)?.Path ?? "";
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            switch (entry.Key.ToUpperInvariant())
            {
                case "PROVIDER":
                    options.Provider = string.IsNullOrEmpty(entry.Value) ? null : entry.Value;
                    break;
                case "PROVIDERS":
                    foreach (IConfigurationSection provider in entry.GetChildren())
                    {
                        // Code may have filled in a part of it, such as a callback.
                        ProviderOptions settings = options.Providers.TryGetValue(provider.Key, out ProviderOptions? known)
                            ? known
                            : options.Providers[provider.Key] = new ProviderOptions();
                        Read(provider, settings, options.BindingErrors);
                    }

                    break;
                case "MAXRESPONSEBYTES" when long.TryParse(
                    entry.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes):
                    options.MaxResponseBytes = bytes;
                    break;
                case "MAXRESPONSEBYTES":
                    options.BindingErrors.Add($"{entry.Path} must be a number of bytes.");
                    break;
                default:
                    options.BindingErrors.Add(
                        $"{entry.Path} is not a known setting; known are Provider, Providers and MaxResponseBytes.");
                    break;
            }
        }
    }

    private static void Read(IConfigurationSection section, ProviderOptions provider, List<string> errors)
    {
        foreach (IConfigurationSection setting in section.GetChildren())
        {
            if (setting.Value is null && setting.GetChildren().Any())
            {
                errors.Add($"{setting.Path} must be a single value, not a section.");
            }
            else if (ProviderSettings.Set(provider, setting.Key, setting.Value ?? "") is { } problem)
            {
                errors.Add($"{setting.Path} {problem}");
            }
        }
    }
}
