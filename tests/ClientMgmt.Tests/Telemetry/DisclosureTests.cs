using ClientMgmt.Telemetry;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Telemetry;

/// <summary>The one list of what may be seen of a path.</summary>
public sealed class DisclosureTests
{
    private static IEnumerable<(string Path, string Template)> Paths =>
        from operation in SpecDocument.All.SelectMany(s => s.Operations).Select(o => o.Path).Distinct()
        select (operation, string.Join('/', operation.Split('/').Select(part => part.StartsWith('{') ? "{}" : part)));

    [TestCaseSource(nameof(Paths))]
    public void A_path_shows_the_words_of_its_specification_alone((string Path, string Template) row)
    {
        string path = row.Path.Replace("{", "some-", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

        Assert.That(Disclosure.Template(new Uri("https://a.example.com" + path)), Is.EqualTo(row.Template));
    }

    [Test]
    public void The_words_are_exactly_those_of_the_specifications() => Assert.That(
        Disclosure.PathSegments,
        Is.EquivalentTo(Paths.SelectMany(p => p.Path.Split('/')).Where(part => part.Length > 0 && part[0] != '{').Distinct()));

    [TestCase("https://a.example.com/tenant-of-somebody/api/2.0/clients/17", "/{}/api/2.0/clients/{}")]
    [TestCase("https://a.example.com/api/2.0/clients/a%2Fclients?subject=ann", "/api/2.0/clients/{}")]
    [TestCase("https://ann:pw@a.example.com/API/Clients#ann", "/{}/{}")]
    [TestCase("https://a.example.com/", "/")]
    public void Everything_else_is_left_out(string address, string template) =>
        Assert.That(Disclosure.Template(new Uri(address)), Is.EqualTo(template));
}
