using System.Reflection;
using System.Runtime.CompilerServices;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

public sealed class ManifestConventionTests
{
    private static readonly Assembly s_library = typeof(ClientManifest).Assembly;

    private static Type[] PublicTypes => s_library.GetExportedTypes();

    [Test]
    public void Public_types_are_flat_and_sealed() => Assert.That(
        PublicTypes.Where(t => t.Namespace != "ClientMgmt.Manifests" || t is { IsClass: true, IsSealed: false }), Is.Empty);

    [Test]
    public void It_depends_on_the_library_and_the_parser_alone() => Assert.That(
        s_library.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal)),
        Is.EquivalentTo(new[] { "ClientMgmt", "YamlDotNet" }));

    [Test]
    public void It_writes_to_no_console() => Assert.That(
        s_library.GetReferencedAssemblies().Select(a => a.Name), Has.No.Member("System.Console"));

    [Test]
    public void No_type_of_the_parser_is_public() => Assert.That(
        PublicTypes.SelectMany(t => t.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Where(t => t.Assembly.GetName().Name == "YamlDotNet"),
        Is.Empty);

    [Test]
    public void Public_properties_are_immutable() => Assert.That(
        PublicTypes.SelectMany(t => t.GetProperties()).Where(p => p.DeclaringType!.Assembly == s_library
            && p.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))),
        Is.Empty);
}
