using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>
/// Reads the section, each value by .NET's configuration binder. Unlike the binder it goes on after a mistake, so that all
/// can be reported together, names every key that nothing reads, and never repeats a value, which may be a secret.
/// </summary>
internal sealed class ConfigurationReader(IConfiguration section) : IConfigureOptions<ClientManagementOptions>
{
    public void Configure(ClientManagementOptions options)
    {
        options.KeyPrefix = (section as IConfigurationSection)?.Path ?? "";
        ReadSettings(section, options, (entry, problem) => options.BindingErrors.Add(new(null, entry.Path, problem)));
        foreach (IConfigurationSection provider in section.GetSection(nameof(options.Providers)).GetChildren())
        {
            Action<IConfigurationSection, string> report =
                (entry, problem) => options.BindingErrors.Add(new(provider.Key, entry.Path, problem));
            ReportValue(provider, report);
            ReadSettings(provider, options.GetOrAdd(provider.Key), report);
        }
    }

    private static void ReadSettings(IConfiguration section, object options, Action<IConfigurationSection, string> report)
    {
        IReadOnlyDictionary<string, PropertyInfo> settings = OptionSettings.Of(options.GetType());
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            if (!settings.TryGetValue(entry.Key, out PropertyInfo? setting))
            {
                report(entry, OptionSettings.Unknown(settings.Keys));
            }
            else if (OptionSettings.IsSingle(setting.PropertyType))
            {
                if (ReadValue(entry, setting, setting.PropertyType, report) is { } value)
                {
                    setting.SetValue(options, value);
                }
            }
            else
            {
                ReportValue(entry, report);
                ReadSection(entry, setting, setting.GetValue(options), report);
            }
        }
    }

    private static void ReadSection(IConfigurationSection section, PropertyInfo setting, object? current, Action<IConfigurationSection, string> report)
    {
        if (current is IDictionary<string, int> entries)
        {
            foreach (IConfigurationSection entry in section.GetChildren())
            {
                if (ReadValue(entry, setting, typeof(int), report) is int value)
                {
                    entries[entry.Key] = value;
                }
            }
        }
        else if (current is not null and not IDictionary)
        {
            ReadSettings(section, current, report);
        }
    }

    private static void ReportValue(IConfigurationSection section, Action<IConfigurationSection, string> report)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            report(section, "must be a section, not a single value.");
        }
    }

    // An empty value counts as none.
    private static object? ReadValue(IConfigurationSection section, PropertyInfo setting, Type type, Action<IConfigurationSection, string> report)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (section.GetChildren().Any())
        {
            report(section, "must be a single value, not a section.");
        }
        else if (!string.IsNullOrEmpty(section.Value))
        {
            if (OptionSettings.TryRead(section, setting, type, out object? value))
            {
                return value;
            }

            report(section, OptionSettings.Expected(setting, type));
        }

        return null;
    }
}
