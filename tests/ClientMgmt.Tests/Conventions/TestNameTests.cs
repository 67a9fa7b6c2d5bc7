using System.Xml;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;

namespace ClientMgmt.Tests.Conventions;

/// <summary>A report is XML, and a test whose name cannot stand there is left out of it, also if it fails.</summary>
internal sealed class TestNameTests
{
    [Test]
    public void Every_name_can_stand_in_a_report() => Assert.That(
        Names(new DefaultTestAssemblyBuilder().Build(typeof(TestNameTests).Assembly, new Dictionary<string, object>())).Where(name => !IsXml(name)).Select(Escaped),
        Is.Empty);

    private static IEnumerable<string> Names(ITest test) => test.Tests.SelectMany(Names).Append(test.FullName);

    private static bool IsXml(string name) => name.EnumerateRunes().All(r => r.Value != 0xFFFD && (r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value)));

    private static string Escaped(string name) => Uri.EscapeDataString(name);
}
