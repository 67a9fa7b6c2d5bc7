using System.Reflection;
using ClientMgmt.Registration;

namespace ClientMgmt.Tests.Registration;

/// <summary>What requests share is made anew when a setting for it changes, whichever it is.</summary>
public sealed class OptionTextTests
{
    private static IEnumerable<PropertyInfo> Settings => typeof(ResilienceOptions).GetProperties().Where(p => p.CanWrite);

    [TestCaseSource(nameof(Settings))]
    public void Each_setting_is_told(PropertyInfo setting)
    {
        var changed = new ResilienceOptions();
        object value = setting.GetValue(changed)!;
        setting.SetValue(changed, value is TimeSpan time ? time * 2 : Convert.ChangeType(Convert.ToInt32(value) + 1, setting.PropertyType));

        Assert.That(OptionSettings.TextOf(changed), Is.Not.EqualTo(OptionSettings.TextOf(new ResilienceOptions())));
    }

    [Test]
    public void So_is_a_budget_of_requests() =>
        Assert.That(OptionSettings.TextOf(new ResilienceOptions { RequestsPerMinute = { ["GET"] = 5 } }), Does.Contain("[[GET, 5]]"));
}
