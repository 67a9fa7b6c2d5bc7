using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Registration;

/// <summary>
/// Reads the section. Unlike the configuration binder it goes on after a mistake, so that all can be reported together,
/// and it notices keys that nothing reads. What code has filled in already, such as a callback, stays.
/// </summary>
internal sealed class ConfigurationReader(IConfiguration section) : IConfigureOptions<ClientManagementOptions>
{
    public void Configure(ClientManagementOptions options)
    {
        options.KeyPrefix = (section as IConfigurationSection)?.Path ?? "";
        ReadSettings(section, options, problem => options.BindingErrors.Add((null, problem)));
        foreach (IConfigurationSection provider in section.GetSection(nameof(options.Providers)).GetChildren())
        {
            Action<string> report = problem => options.BindingErrors.Add((provider.Key, problem));
            ReportValue(provider, report);
            ReadSettings(provider, options.GetOrAdd(provider.Key), report);
        }
    }

    private static void ReadSettings(IConfiguration section, object options, Action<string> report)
    {
        IReadOnlyDictionary<string, PropertyInfo> settings = OptionSettings.Of(options.GetType());
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            if (!settings.TryGetValue(entry.Key, out PropertyInfo? setting))
            {
                report($"{entry.Path} {OptionSettings.Unknown(settings.Keys)}");
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

    private static void ReadSection(IConfigurationSection section, PropertyInfo setting, object? current, Action<string> report)
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

    private static void ReportValue(IConfigurationSection section, Action<string> report)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            report($"{section.Path} must be a section, not a single value.");
        }
    }

    // An empty value counts as none.
    private static object? ReadValue(IConfigurationSection section, PropertyInfo setting, Type type, Action<string> report)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (section.GetChildren().Any())
        {
            report($"{section.Path} must be a single value, not a section.");
        }
        else if (!string.IsNullOrEmpty(section.Value))
        {
            if (OptionSettings.TryRead(section.Value, setting, type, out object? value))
            {
                return value;
            }

            report($"{section.Path} {OptionSettings.Expected(setting, type)}");
        }

        return null;
    }
}
