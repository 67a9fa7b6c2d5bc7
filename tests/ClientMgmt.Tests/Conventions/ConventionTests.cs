using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace ClientMgmt.Tests.Conventions;

public sealed class ConventionTests
{
    private static readonly Assembly s_library = typeof(IClientManagement).Assembly;

    private static IEnumerable<Type> PublicTypes => s_library.GetExportedTypes();

    private static IEnumerable<MethodInfo> PublicMethods => PublicTypes.SelectMany(t => t.GetMethods(
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));

    private static IEnumerable<MethodInfo> AsyncMethods => PublicMethods.Where(m => m.ReturnType.IsGenericType
        ? new[] { typeof(Task<>), typeof(ValueTask<>), typeof(IAsyncEnumerable<>) }.Contains(m.ReturnType.GetGenericTypeDefinition())
        : m.ReturnType == typeof(Task) || m.ReturnType == typeof(ValueTask));

    [Test]
    public void Asynchronous_methods_end_in_Async() =>
        Assert.That(AsyncMethods.Select(m => m.Name), Is.All.EndsWith("Async"));

    [Test]
    public void Asynchronous_methods_take_a_token_last() => Assert.That(
        AsyncMethods.Where(m => m.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)), Is.Empty);

    // A test or a fake makes capabilities of its own.
    [Test]
    public void Public_classes_are_sealed_or_static_but_for_the_base_of_the_errors_and_the_capabilities() => Assert.That(
        PublicTypes.Where(t => t is { IsClass: true, IsSealed: false }),
        Is.EquivalentTo(new[] { typeof(ClientManagementException), typeof(Capabilities) }));

    [Test]
    public void Public_types_are_flat() => Assert.That(
        PublicTypes.Where(t => t.Namespace is not ("ClientMgmt" or "Microsoft.Extensions.DependencyInjection")), Is.Empty);

    [Test]
    public void No_generated_type_is_public() => Assert.That(
        PublicTypes.Where(t => t.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is not null), Is.Empty);

    // But for the one type that is made for Newtonsoft.Json and says so in its name.
    [Test]
    public void No_generated_or_serializer_type_is_in_a_public_signature() => Assert.That(
        PublicMethods.Where(m => m.DeclaringType != typeof(RevealingSecretNewtonsoftConverter)).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Where(t => t.Assembly.GetName().Name == "Newtonsoft.Json" || (t.Assembly == s_library && !t.IsVisible)),
        Is.Empty);

    // A page of a list is the operation List too.
    [Test]
    public void Every_operation_is_a_method_of_the_contract_or_of_one_of_its_facets() => Assert.That(
        Enum.GetNames<ClientOperation>().Select(n => n + "Async").Append(nameof(IClientManagement.ListPageAsync)),
        Is.EquivalentTo(ContractMethods.All.Select(m => m.Name)));

    [Test]
    public void Public_properties_are_immutable_but_for_the_options() => Assert.That(
        PublicTypes.Where(t => !t.Name.EndsWith("Options", StringComparison.Ordinal) || t == typeof(ClientListOptions))
            .SelectMany(t => t.GetProperties())
            .Where(p => p.DeclaringType!.Assembly == s_library && p.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))),
        Is.Empty);

    [Test]
    public void No_class_has_static_state_that_can_change() => Assert.That(
        s_library.GetTypes()
            .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null
                && t.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null
                && t.FullName!.StartsWith("ClientMgmt", StringComparison.Ordinal)
                && !t.FullName.Contains('<', StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f is { IsLiteral: false, IsInitOnly: false }),
        Is.Empty);

    [Test]
    public void The_shipped_library_depends_on_few_packages() => Assert.That(
        s_library.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal)),
        Is.All.StartsWith("Microsoft.Extensions.").Or.EqualTo("Newtonsoft.Json").Or.EqualTo("Polly.Core")
            .Or.EqualTo("Microsoft.AspNetCore.DataProtection.Abstractions"));

    [Test]
    public void Every_public_member_is_documented()
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(s_library.Location, ".xml"));

        Assert.That(documentation.Descendants("member").Where(m => m.Elements().All(e => e.Value.Length == 0 && !e.HasAttributes)
            && m.Element("inheritdoc") is null && m.Element("summary")?.HasElements != true), Is.Empty);
    }
}
