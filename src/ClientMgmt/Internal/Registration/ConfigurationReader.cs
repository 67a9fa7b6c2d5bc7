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
        ReadSettings(section, options, options.BindingErrors);
    }

    private static void ReadSettings(IConfiguration section, object options, List<string> errors)
    {
        IReadOnlyDictionary<string, PropertyInfo> settings = OptionSettings.Of(options.GetType());
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            if (!settings.TryGetValue(entry.Key, out PropertyInfo? setting))
            {
                errors.Add($"{entry.Path} {OptionSettings.Unknown(settings.Keys)}");
            }
            else if (Read(entry, setting, setting.PropertyType, setting.GetValue(options), errors) is { } value
                && setting.CanWrite)
            {
                setting.SetValue(options, value);
            }
        }
    }

    /// <summary>What the setting, or an entry of it, is to be; null if it stays as it is.</summary>
    private static object? Read(
        IConfigurationSection section, PropertyInfo setting, Type type, object? current, List<string> errors)
    {
        if (OptionValue.IsSingle(type))
        {
            return ReadValue(section, setting, Nullable.GetUnderlyingType(type) ?? type, errors);
        }

        if (!string.IsNullOrEmpty(section.Value))
        {
            errors.Add($"{section.Path} must be a section, not a single value.");
        }

        current ??= Activator.CreateInstance(type)!;
        if (current is not IDictionary entries)
        {
            ReadSettings(section, current, errors);
            return current;
        }

        foreach (IConfigurationSection entry in section.GetChildren())
        {
            if (Read(entry, setting, type.GetGenericArguments()[1], entries[entry.Key], errors) is { } value)
            {
                entries[entry.Key] = value;
            }
        }

        return current;
    }

    // An empty value counts as none.
    private static object? ReadValue(IConfigurationSection section, PropertyInfo setting, Type type, List<string> errors)
    {
        if (section.GetChildren().Any())
        {
            errors.Add($"{section.Path} must be a single value, not a section.");
        }
        else if (!string.IsNullOrEmpty(section.Value))
        {
            if (OptionValue.TryRead(section.Value, setting, type, out object? value))
            {
                return value;
            }

            errors.Add($"{section.Path} {OptionValue.Expected(setting, type)}");
        }

        return null;
    }
}
