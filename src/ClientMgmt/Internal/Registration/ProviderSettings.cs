using System.Reflection;

namespace ClientMgmt.Registration;

/// <summary>The settings of <see cref="ProviderOptions"/> by name.</summary>
internal static class ProviderSettings
{
    private static readonly ProviderOptions s_defaults = new();

    private static readonly IReadOnlyDictionary<string, PropertyInfo> s_settings = OptionSettings.Of(typeof(ProviderOptions));

    public static IEnumerable<string> Names => s_settings.Keys;

    /// <summary>Whether a setting has a value of its own.</summary>
    public static bool IsGiven(ProviderOptions options, string setting)
    {
        object? value = s_settings[setting].GetValue(options);
        return !string.IsNullOrEmpty(value as string ?? value?.ToString())
            && !Equals(value, s_settings[setting].GetValue(s_defaults));
    }

    public static string Text(ProviderOptions options, string setting) =>
        s_settings[setting].GetValue(options) switch
        {
            Secret secret => secret.Reveal(),
            object value => value.ToString() ?? "",
            null => "",
        };
}
