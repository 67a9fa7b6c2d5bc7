using System.Reflection;
using ClientMgmt.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>The table of settings that only some backends have is written out; nothing may be missing from it.</summary>
public sealed class ProviderSettingsTests
{
    private static readonly string[] s_common =
    [
        nameof(ProviderOptions.Backend), nameof(ProviderOptions.BaseAddress), nameof(ProviderOptions.AllowHttp),
        nameof(ProviderOptions.Resilience), nameof(ProviderOptions.CredentialCallback),
    ];

    private static IEnumerable<PropertyInfo> Settings =>
        typeof(ProviderOptions).GetProperties().Where(p => !s_common.Contains(p.Name));

    [Test]
    public void Every_setting_has_a_row() =>
        Assert.That(ProviderSettings.Names, Is.EquivalentTo(Settings.Select(p => p.Name)));

    [TestCaseSource(nameof(Settings))]
    public void Each_row_reads_its_own_setting(PropertyInfo setting)
    {
        var options = new ProviderOptions();
        setting.SetValue(options, setting.PropertyType == typeof(Version) ? new Version(3, 6)
            : setting.PropertyType == typeof(Secret) ? new Secret("3.6")
            : "3.6");

        string[] given = [.. ProviderSettings.Names.Where(s => ProviderSettings.IsGiven(options, s))];

        Assert.That(given, Is.EqualTo(new[] { setting.Name }));
        Assert.That(ProviderSettings.Text(options, setting.Name), Is.EqualTo("3.6"));
    }
}
