using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;
using ClientMgmt.Mapping;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Specs;

/// <summary>What the specifications hold, and that the tables say the same.</summary>
public sealed class CoverageTests
{
    [Test]
    public void Both_generations_of_Authlete_have_sixteen_operations() => Assert.That(
        (SpecDocument.AuthleteV2.Operations.Count(), SpecDocument.AuthleteV3.Operations.Count()), Is.EqualTo((16, 16)));

    [Test]
    public void DocSpace_has_fifteen_operations_and_the_exchange_of_credentials() =>
        Assert.That(SpecDocument.DocSpace.Operations.Count(), Is.EqualTo(16));

    [Test]
    public void A_client_of_Authlete_has_93_and_108_properties() => Assert.That(
        (SpecDocument.AuthleteV2.PropertyNames("Client").Count(), SpecDocument.AuthleteV3.PropertyNames("Client").Count()),
        Is.EqualTo((93, 108)));

    [Test]
    public void The_operations_of_Authlete_differ_in_the_service_alone() => Assert.That(
        SpecDocument.AuthleteV2.Operations.Select(o => (o.Method, o.Path, Id: SpecDocument.Text(o.Node, "operationId"))),
        Is.EquivalentTo(SpecDocument.AuthleteV3.Operations
            .Select(o => (o.Method, o.Path.Replace("/{serviceId}", ""), SpecDocument.Text(o.Node, "operationId")))));

    // One adapter speaks to both, in the names of v3.
    [Test]
    public void What_v2_knows_is_a_part_of_what_v3_knows() => Assert.That(
        from schema in SpecDocument.AuthleteV2.SchemaNames
        from property in SpecDocument.AuthleteV2.PropertyNames(schema)
        where !SpecDocument.AuthleteV3.SchemaNames.Contains(schema)
            || !SpecDocument.AuthleteV3.PropertyNames(schema).Contains(property)
        select $"{schema}.{property}",
        Is.SubsetOf(new[] { "ClientGetListResponse.developer" }));

    [Test]
    public void What_the_table_refuses_on_v2_is_what_v2_lacks() => Assert.That(
        AuthleteProperties.MapOfV2.Rows.Where(r => r.Capability.Remark == "only API v3 has it").Select(r => r.JsonName),
        Is.EquivalentTo(SpecDocument.AuthleteV3.PropertyNames("Client").Except(SpecDocument.AuthleteV2.PropertyNames("Client"))));

    [Test]
    public void What_the_table_refuses_of_the_extension_on_v2_is_what_v2_lacks() => Assert.That(
        (Members(AuthleteProperties.MapOfV2), Members(AuthleteProperties.MapOfV3)),
        Is.EqualTo((
            SpecDocument.AuthleteV3.PropertyNames("ClientExtension").Except(SpecDocument.AuthleteV2.PropertyNames("ClientExtension")).ToArray(),
            Array.Empty<string>())));

    [Test]
    public void The_Authlete_table_gives_each_property_the_name_that_the_specification_gives_it() =>
        Assert.That(NamesInTable(AuthleteProperties.MapOfV3), Is.EquivalentTo(NamesInSpec(SpecDocument.AuthleteV3, "Client")));

    [Test]
    public void The_DocSpace_table_gives_each_property_the_name_that_the_specification_gives_it() =>
        Assert.That(NamesInTable(DocSpaceProperties.For(null)), Is.EquivalentTo(NamesInSpec(SpecDocument.DocSpace, "ClientResponse")));

    [Test]
    public void What_the_specification_calls_read_only_cannot_be_set() => Assert.That(
        from property in SpecDocument.AuthleteV3.Properties("Client").Children
        where SpecDocument.Text(property.Value, "readOnly") == "true"
        from row in AuthleteProperties.MapOfV3.Rows
        where row.JsonName == property.Key.ToString() && (row.Capability.SettableAtCreation || row.Capability.Updatable)
        select row.JsonName,
        Is.Empty);

    private static string[] Members(MetadataMap map) =>
        [.. map.Find("extension").Capability.UnsupportedMembers.Select(m => m.Name)];

    private static IEnumerable<string> NamesInTable(MetadataMap map) => map.Rows
        .Where(r => !r.IsVendor && r.Name is not ("description" or "description#" or "allowed_origins"))
        .Select(r => $"{r.JsonName}: {r.Name}");

    // These four stand in OAuthClient itself; custom members stay in the vendor's own property.
    private static IEnumerable<string> NamesInSpec(SpecDocument spec, string schema) =>
        from property in spec.Properties(schema).Children
        let name = SpecDocument.Text(property.Value, "x-rfc7591-name")?.Replace("<tag>", "")
        where name is not (null or "client_id" or "client_secret" or "client_id_issued_at" or "(custom members)")
        select $"{property.Key}: {name}";
}
