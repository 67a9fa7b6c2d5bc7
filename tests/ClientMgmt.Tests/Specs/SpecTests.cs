using ClientMgmt.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Specs;

[TestFixtureSource(typeof(SpecDocument), nameof(SpecDocument.All))]
public sealed class SpecTests
{
    private readonly SpecDocument _spec;

    public SpecTests(object spec) => _spec = (SpecDocument)spec;

    [Test]
    public void Every_operation_has_an_id_of_its_own() =>
        Assert.That(_spec.Operations.Select(o => SpecDocument.Text(o.Node, "operationId")), Is.Unique.And.No.Null);

    [Test]
    public void Every_operation_names_the_vendors_own_id() =>
        Assert.That(_spec.Operations.Select(o => SpecDocument.Text(o.Node, "x-vendor-operation-id")), Has.No.Null);

    // What only reads is sent again after a failure.
    [Test]
    public void Every_operation_says_whether_it_only_reads() =>
        Assert.That(_spec.Operations.Select(o => SpecDocument.Text(o.Node, "x-safe")), Is.All.EqualTo("true").Or.EqualTo("false"));

    [Test]
    public void No_list_of_values_is_closed() =>
        Assert.That(_spec.AllNodes.OfType<YamlMappingNode>().Where(n => n.Children.ContainsKey("enum")), Is.Empty);

    [Test]
    public void No_error_has_a_schema() => Assert.That(
        from operation in _spec.Operations
        from response in SpecDocument.Map(operation.Node, "responses").Children
        where response.Key.ToString() is not ("200" or "201" or "204")
            && ((YamlMappingNode)response.Value).Children.ContainsKey("content")
        select $"{operation.Method} {operation.Path} {response.Key}",
        Is.Empty);

    [Test]
    public void Every_operation_has_a_success() => Assert.That(
        _spec.Operations.Where(o => !SpecDocument.Map(o.Node, "responses").Children.Keys.Any(s => s.ToString().StartsWith('2')))
            .Select(o => o.Path),
        Is.Empty);

    [Test]
    public void No_text_is_read_as_a_date() => Assert.That(
        _spec.AllNodes.OfType<YamlMappingNode>().Where(n => n.Children.TryGetValue("format", out YamlNode? f) && f.ToString() == "date-time"),
        Is.Empty);
}
