using ClientMgmt.Cli;
using ClientMgmt.Manifests;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Conventions.Architecture;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Conventions;

/// <summary>Folders and namespaces have an order, from the bottom up: none knows one above it. A project's own root is left aside.</summary>
/// <param name="member">A type in the root namespace of the project.</param>
/// <param name="levels">How many levels of folders are told apart.</param>
[TestFixture(typeof(IClientManagement), 1)]
[TestFixture(typeof(SandboxServer), 1)]
[TestFixture(typeof(Program), 1)]
[TestFixture(typeof(ManifestReader), 2)]
internal sealed class ArchitectureTests(Type member, int levels)
{
    private readonly IReadOnlyCollection<(string, string)> _dependencies = Dependencies.Read(member.Assembly);

    [Test]
    public void Folders_form_no_cycle()
    {
        SourceFolders folders = SourceFolders.Read("src", member.Namespace!);

        Assert.That(Enumerable.Range(1, levels).Select(level => Cycle.Find(_dependencies, type => Folder(folders, type, level))), Is.All.Null);
    }

    [Test]
    public void Namespaces_form_no_cycle() => Assert.That(
        Cycle.Find(_dependencies, type => Namespace(type) is var name && name == member.Namespace ? null : name), Is.Null);

    [TestCase("ClientMgmt.Authlete", "ClientMgmt.DocSpace")]
    [TestCase("ClientMgmt.DocSpace", "ClientMgmt.Authlete")]
    [TestCase("ClientMgmt.DynamicRegistration", "ClientMgmt.Authlete")]
    [TestCase("ClientMgmt.DynamicRegistration", "ClientMgmt.DocSpace")]
    [TestCase("ClientMgmt.Authlete", "ClientMgmt.DynamicRegistration")]
    [TestCase("ClientMgmt.DocSpace", "ClientMgmt.DynamicRegistration")]
    public void Backends_know_nothing_of_each_other(string backend, string other) => Assert.That(
        _dependencies.Where(d => Namespace(d.Item1).StartsWith(backend, StringComparison.Ordinal)
            && Namespace(d.Item2).StartsWith(other, StringComparison.Ordinal)),
        Is.Empty);

    [Test]
    public void The_sandbox_uses_the_library_to_register_it_and_nowhere_else() => Assert.That(
        Dependencies.Read(typeof(SandboxServer).Assembly, other: typeof(IClientManagement).Assembly).Select(d => d.Item1).Distinct(),
        Is.EqualTo(new[] { typeof(SandboxServiceCollectionExtensions).FullName }));

    // Types that a tool generates have no folder in the project.
    private static string? Folder(SourceFolders folders, string type, int levels) => folders.Find(type) switch
    {
        "" => null,
        null => $"namespace {Namespace(type)}",
        { } folder => string.Join('/', folder.Split('/').Take(levels)),
    };

    private static string Namespace(string type) => type[..Math.Max(type.LastIndexOf('.'), 0)];
}
