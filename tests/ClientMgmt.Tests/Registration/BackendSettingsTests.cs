using System.Reflection;
using ClientMgmt.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>The table of settings that only some backends have is written out; nothing may be missing from it.</summary>
public sealed class BackendSettingsTests
{
    private static readonly string[] s_common =
    [
        nameof(ProviderOptions.Backend), nameof(ProviderOptions.AllowHttp),
        nameof(ProviderOptions.Resilience), nameof(ProviderOptions.CredentialCallback),
    ];

    private static readonly Dictionary<Type, object> s_values = new()
    {
        [typeof(Version)] = new Version(3, 6),
        [typeof(Secret)] = new Secret("3.6"),
        [typeof(Uri)] = new Uri("https://3.6/"),
        [typeof(bool?)] = true,
        [typeof(RegistrationServer)] = RegistrationServer.Keycloak,
        [typeof(Func<IServiceProvider, IRegistrationStore>)] = (Func<IServiceProvider, IRegistrationStore>)(_ => null!),
        [typeof(RegistrationSwitchesOptions)] = new RegistrationSwitchesOptions { ShowsSecret = true },
        [typeof(string)] = "3.6",
    };

    private static IEnumerable<PropertyInfo> Settings =>
        typeof(ProviderOptions).GetProperties().Where(p => !s_common.Contains(p.Name));

    [Test]
    public void Every_setting_has_a_row() =>
        Assert.That(BackendSettings.Names, Is.EquivalentTo(Settings.Select(p => p.Name)));

    [TestCaseSource(nameof(Settings))]
    public void Each_row_reads_its_own_setting(PropertyInfo setting)
    {
        var options = new ProviderOptions();
        object value = s_values[setting.PropertyType];
        setting.SetValue(options, value);

        string[] given = [.. BackendSettings.Names.Where(s => BackendSettings.IsGiven(options, s))];

        Assert.That(given, Is.EqualTo(new[] { setting.Name }));
        Assert.That(BackendSettings.Text(options, setting.Name), Is.EqualTo(value is Secret secret ? secret.Reveal() : value.ToString()));
    }
}
