using Newtonsoft.Json;
using YamlDotNet.Serialization;

namespace ClientMgmt.Tests.SpecChecks;

/// <summary>Other ways to say the same.</summary>
public sealed class DialectTests
{
    private readonly CheckFolder _folder = new();

    private static string Json => JsonConvert.SerializeObject(new DeserializerBuilder().Build().Deserialize<object>(Documents.Vendor));

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void The_document_may_be_JSON()
    {
        _folder.Write("vendor.yaml", Json);

        Assert.That(_folder.Run().Code, Is.Zero);
    }

    [Test]
    public void JSON_may_be_indented_with_tabs()
    {
        _folder.Write("vendor.yaml", Json.Replace("{", "{\r\n\t", StringComparison.Ordinal).Replace(",", ",\r\n\t\t", StringComparison.Ordinal));

        Assert.That(_folder.Run().Code, Is.Zero);
    }

    [TestCase("        name:\n          type: string", "        name:\n          type: [string, 'null']")]
    [TestCase("        name:\n          type: string", "        name:\n          anyOf: [{ type: string }, { type: 'null' }]")]
    [TestCase("          items: { $ref: '#/components/schemas/gadget' }", "          items: { $ref: '#/components/schemas/gadget', description: More. }")]
    [TestCase("        label:\n          type: string", "        label:\n          type: string\n          examples: [One, Two]")]
    [TestCase("          enum:\n            - RED\n            - GREEN", "          oneOf: [{ const: RED }, { const: GREEN }]")]
    [TestCase("    part:\n      type: object\n", "    part:\n      allOf: [{ $ref: '#/components/schemas/base' }]\n    base:\n      type: object\n")]
    public void OpenAPI_3_1_says_the_same_in_other_words(string from, string to)
    {
        _folder.ChangeVendor(from, to);
        _folder.Write("vendor.yaml", _folder.Vendor.Replace("openapi: 3.0.3", "openapi: 3.1.0", StringComparison.Ordinal));

        Assert.That(_folder.News(), Is.Empty);
    }

    [Test]
    public void In_3_1_what_stands_beside_a_reference_counts()
    {
        _folder.ChangeVendor("openapi: 3.0.3", "openapi: 3.1.0");
        _folder.Write("vendor.yaml", CheckFolder.Replace(
            _folder.Vendor, "$ref: '#/components/schemas/part'", "$ref: '#/components/schemas/part'\n            properties: { size: { type: integer } }"));

        Assert.That(_folder.News(), Is.EqualTo(new[] { "additive property Part.size:  -> there" }));
    }

    [Test]
    public void In_3_0_what_stands_beside_a_reference_does_not_count()
    {
        _folder.ChangeVendor(
            "$ref: '#/components/schemas/part'", "$ref: '#/components/schemas/part'\n            properties: { size: { type: integer } }");

        Assert.That(_folder.News(), Is.Empty);
    }

    [TestCase("3.0.3", "minimum: 0, exclusiveMinimum: true")]
    [TestCase("3.1.0", "exclusiveMinimum: 0")]
    public void An_exclusive_minimum_is_the_same_in_both_versions(string version, string limit)
    {
        _folder.ChangeVendor("openapi: 3.0.3", $"openapi: {version}");
        _folder.Write("vendor.yaml", CheckFolder.Replace(_folder.Vendor, "format: int32", $"format: int32, {limit}"));

        Assert.That(_folder.News(), Is.EqualTo(new[] { "breaking exclusiveMinimum listGadgets query:limit:  -> 0" }));
    }

    [Test]
    public void A_schema_may_hold_itself()
    {
        _folder.ChangeVendor("        name:\n", "        parts: { type: array, items: { $ref: '#/components/schemas/part' } }\n        name:\n");

        Assert.That(_folder.News(), Is.EqualTo(new[] { "additive property Part.parts:  -> there" }));
    }

    [Test]
    public void A_path_may_hold_the_parameters_of_its_operations()
    {
        _folder.ChangeVendor("  /api/gadgets:\n", "  /api/gadgets:\n    parameters: [{ name: tenant, in: query, schema: { type: string } }]\n");

        Assert.That(_folder.News(), Has.Length.EqualTo(2).And.All.EndWith("query:tenant:  -> there"));
    }
}
