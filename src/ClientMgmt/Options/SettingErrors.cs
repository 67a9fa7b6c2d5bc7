namespace ClientMgmt.Options;

/// <summary>Collects what is wrong with one provider, each mistake by its key.</summary>
/// <param name="options">All options.</param>
/// <param name="provider">The name of the provider.</param>
/// <param name="errors">Where the mistakes go.</param>
internal sealed class SettingErrors(ClientManagementOptions options, string provider, List<string> errors)
{
    private readonly List<string> _settings = [];

    /// <param name="setting">The setting, without the name of the provider.</param>
    /// <param name="problem">What is wrong with it. It must not repeat the value, which may be a secret.</param>
    public void Add(string setting, string problem)
    {
        _settings.Add(setting);

        // What could not be read is reported already, and has no value that could be judged.
        if (!IsUnreadable(setting))
        {
            errors.Add($"{Key(setting)} {problem}");
        }
    }

    /// <summary>The same of several settings.</summary>
    public void Add(IEnumerable<string> settings, string problem)
    {
        foreach (string setting in settings)
        {
            Add(setting, problem);
        }
    }

    /// <summary>Whether something is wrong with a setting by itself.</summary>
    public bool Has(string setting) => _settings.Contains(setting) || IsUnreadable(setting);

    private bool IsUnreadable(string setting) =>
        options.BindingErrors.Any(e => e.Key.Equals(Key(setting), StringComparison.OrdinalIgnoreCase));

    private string Key(string setting) => options.Key(nameof(options.Providers), provider, setting);
}
