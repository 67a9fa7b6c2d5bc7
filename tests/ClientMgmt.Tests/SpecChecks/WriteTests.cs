namespace ClientMgmt.Tests.SpecChecks;

/// <summary><c>--write</c>: what is additive gets into our document in its own style, and nothing else.</summary>
public sealed class WriteTests
{
    private readonly CheckFolder _folder = new();

    [SetUp]
    public void Reset() => _folder.Write("specs/gadgets.yaml", Documents.Ours);

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    // Each row: what the vendor's document says instead, and the lines that ours gets for it, behind which one.
    [TestCase("        made:\n", "        size: { type: integer, format: int32, description: Prose. }\n        made:\n",
        "Part' }\n", "        size:\n          type: integer\n          format: int32\n          nullable: true\n")]
    [TestCase("        made:\n", "        page: { type: string, format: uri, readOnly: true }\n        made:\n",
        "Part' }\n", "        page:\n          type: string\n          x-format: uri\n          nullable: true\n          readOnly: true\n")]
    [TestCase("        made:\n", "        tags: { type: array, items: { type: string, enum: [A, 'yes'] } }\n        made:\n",
        "Part' }\n", "        tags:\n          type: array\n          nullable: true\n          items: { type: string, x-extensible-enum: [A, 'yes'] }\n")]
    [TestCase("        made:\n", "        spare: { $ref: '#/components/schemas/part' }\n        made:\n",
        "Part' }\n", "        spare:\n          nullable: true\n          allOf:\n            - { $ref: '#/components/schemas/Part' }\n")]
    [TestCase("            - GREEN", "            - GREEN\n            - BLUE", "&Color [RED, GREEN", ", BLUE")]
    [TestCase("        name:\n          type: string", "        name: { type: string, enum: [BOLT, NUT] }",
        "        name:\n          type: string\n          nullable: true\n", "          x-extensible-enum: [BOLT, NUT]\n")]
    [TestCase("      parameters:\n", "      parameters:\n        - { name: sort, in: query, schema: { type: string } }\n",
        "parameters/limit' }\n", "        - name: sort\n          in: query\n          schema: { type: string }\n")]
    [TestCase("        '400': { description: Prose of the vendor. }\n    post", "        '409': { description: Prose. }\n        '400': { description: Prose. }\n    post",
        "BadRequest' }\n", "        '409': { $ref: '#/components/responses/Conflict' }\n")]
    [TestCase("        '409'", "        '410': { description: Prose. }\n        '409'",
        "responses/Conflict' }\n", "        '410':\n          description: Gone.\n")]
    public void What_is_additive_is_added(string from, string to, string behind, string added)
    {
        _folder.ChangeVendor(from, to);

        int code = _folder.Run("--write").Code;

        int place = Documents.Ours.IndexOf(behind, StringComparison.Ordinal) + behind.Length;
        Assert.That(_folder.Ours, Is.EqualTo(Documents.Ours.Insert(place, added)));
        Assert.That((code, _folder.Run().Code), Is.EqualTo((0, 0)), "nothing is left");
    }

    [Test]
    public void The_vendors_new_name_of_an_operation_is_noted()
    {
        _folder.ChangeVendor("operationId: gadgets_list", "operationId: gadgets_all");

        _folder.Run("--write");

        Assert.That(_folder.Ours, Is.EqualTo(Documents.Ours.Replace("gadgets_list", "gadgets_all", StringComparison.Ordinal)));
    }

    [TestCase("format: int32", "format: int64", TestName = "What_is_breaking_is_left")]
    [TestCase("  /api/weather:", "  /api/gadgets/{id}:", TestName = "An_operation_is_left")]
    [TestCase("        made:\n", "        box: { type: object, properties: { a: { type: string } } }\n        made:\n", TestName = "An_object_of_a_new_kind_is_left")]
    [TestCase("    gadget:\n      type: object\n      properties:\n",
        "    gadget:\n      type: object\n      required: [size]\n      properties:\n        size: { type: integer }\n", TestName = "A_required_property_is_left")]
    [TestCase("        made:\n", "        \"a: b\\nc\": { type: string }\n        made:\n", TestName = "An_odd_name_is_left")]
    public void All_else_is_left_to_a_person(string from, string to)
    {
        _folder.ChangeVendor(from, to);

        int code = _folder.Run("--write").Code;

        Assert.That((code, _folder.Ours), Is.EqualTo((2, Documents.Ours)));
    }

    [Test]
    public void Many_values_are_wrapped_as_a_person_would()
    {
        string[] colors = [.. Enumerable.Range(100, 30).Select(i => $"COLOR_{i}")];
        _folder.ChangeVendor("            - GREEN", "            - GREEN\n" + string.Join('\n', colors.Select(c => $"            - {c}")));

        _folder.Run("--write");

        Assert.That(_folder.Ours.Split('\n'), Is.All.Length.LessThanOrEqualTo(120));
        Assert.That(_folder.Ours, Does.Match(@"COLOR_\d+,\n {17}COLOR_\d+"));
    }

    [Test]
    public void Line_endings_are_kept()
    {
        _folder.Write("specs/gadgets.yaml", Documents.Ours.Replace("\n", "\r\n", StringComparison.Ordinal));
        _folder.ChangeVendor("        made:\n", "        size: { type: integer }\n        made:\n");

        _folder.Run("--write");

        Assert.That(_folder.Ours.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain('\n'));
        Assert.That(_folder.Ours, Does.Contain("        size:\r\n          type: integer\r\n"));
    }
}
