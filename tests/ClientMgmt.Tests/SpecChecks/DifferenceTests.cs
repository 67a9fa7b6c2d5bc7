namespace ClientMgmt.Tests.SpecChecks;

/// <summary>What a change in the vendor's document is found to be.</summary>
public sealed class DifferenceTests
{
    private readonly CheckFolder _folder = new();

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Words_order_and_names_of_schemas_are_no_difference()
    {
        _folder.Write("vendor.yaml", Documents.Vendor);

        Assert.That(_folder.Run().Code, Is.Zero);
    }

    // Each row: what the vendor's document says instead, and what that is found to be.
    [TestCase("/api/gadgets:", "/api/v2/gadgets:",
        "breaking path listGadgets: /api/gadgets -> /api/v2/gadgets|breaking path createGadget: /api/gadgets -> /api/v2/gadgets")]
    [TestCase("operationId: gadgets_list", "operationId: gadgets_all", "additive id listGadgets: gadgets_list -> gadgets_all")]
    [TestCase("    post:", "    put:", "breaking method createGadget: POST -> PUT")]
    [TestCase("        label:\n          type: string", "        label:\n          type: integer",
        "breaking type Gadget.label: string -> integer")]
    [TestCase("format: int32", "format: int64", "breaking format listGadgets query:limit: int32 -> int64")]
    [TestCase("            - GREEN", "            - GREEN\n            - BLUE", "additive value Gadget.color:  -> BLUE")]
    [TestCase("            - GREEN\n", "", "breaking value Gadget.color: GREEN -> ")]
    [TestCase("in: query, schema", "in: query, required: true, schema", "breaking required listGadgets query:limit: false -> true")]
    [TestCase("        made:\n", "        size: { type: integer }\n        made:\n", "additive property Gadget.size:  -> there")]
    [TestCase("    gadget:\n      type: object\n", "    gadget:\n      type: object\n      required: [label]\n",
        "breaking required Gadget.label: false -> true")]
    [TestCase("    gadget:\n      type: object\n      properties:\n",
        "    gadget:\n      type: object\n      required: [size]\n      properties:\n        size: { type: integer }\n",
        "breaking property Gadget.size:  -> there")]
    [TestCase("        '409': { description: Prose of the vendor. }\n", "", "breaking status createGadget 409: there -> ")]
    [TestCase("        '409'", "        '410': { description: Gone. }\n        '409'", "additive status createGadget 410:  -> there")]
    [TestCase("        '409'", "        4XX: { description: Refused. }\n        '409'", "additive status createGadget 4XX:  -> there")]
    [TestCase("        '409'", "        default: { description: Failed. }\n        '409'", "additive status createGadget default:  -> there")]
    [TestCase("        '409'", "        '307': { description: Elsewhere. }\n        '409'", "breaking status createGadget 307:  -> there")]
    [TestCase("        '409'", "        '202': { description: Later. }\n        '409'", "breaking status createGadget 202:  -> there")]
    [TestCase("      parameters:\n", "      parameters:\n        - { name: sort, in: query, schema: { type: string } }\n",
        "additive parameter listGadgets query:sort:  -> there")]
    [TestCase("        - { name: limit, in: query, schema: { type: integer, format: int32, maximum: 100, default: 20 } }\n", "        []\n",
        "breaking parameter listGadgets query:limit: there -> ")]
    [TestCase("      tags: [Gadgets]\n      requestBody", "      tags: [Gadgets]\n      deprecated: true\n      requestBody",
        "additive deprecated createGadget: false -> true")]
    [TestCase("scheme: bearer", "scheme: basic",
        "breaking security listGadgets: bearer -> basic|breaking security createGadget: bearer -> basic")]
    [TestCase("  /api/weather:", "  /api/gadgets/{id}:", "additive operation GET /api/gadgets/{id}:  -> there")]
    [TestCase("      operationId: weather\n", "      operationId: weather\n      tags: [Gadgets]\n", "additive operation GET /api/weather:  -> there")]
    [TestCase("in: query, schema", "in: header, schema",
        "breaking parameter listGadgets query:limit: there -> |additive parameter listGadgets header:limit:  -> there")]
    [TestCase("      parameters:\n", "      parameters:\n        - { name: sort, in: query, required: true, schema: { type: string } }\n",
        "breaking parameter listGadgets query:sort:  -> there")]
    [TestCase("maximum: 100", "maximum: 99.5", "breaking maximum listGadgets query:limit: 100 -> 99.5")]
    [TestCase("maximum: 100", "maximum: 100.5", "additive maximum listGadgets query:limit: 100 -> 100.5")]
    [TestCase("maximum: 100", "minimum: 1, maximum: 100", "breaking minimum listGadgets query:limit:  -> 1")]
    [TestCase(", maximum: 100", "", "additive maximum listGadgets query:limit: 100 -> ")]
    [TestCase("default: 20", "default: 10", "breaking default listGadgets query:limit: 20 -> 10")]
    [TestCase(", default: 20", "", "breaking default listGadgets query:limit: 20 -> ")]
    [TestCase("format: int32, ", "", "breaking format listGadgets query:limit: int32 -> ")]
    [TestCase("        label:\n          type: string", "        label:\n          type: string\n          format: uuid",
        "additive format Gadget.label:  -> uuid")]
    [TestCase("        label:\n          type: string", "        label:\n          type: string\n          pattern: ^a",
        "breaking pattern Gadget.label:  -> ^a")]
    [TestCase("        label:\n          type: string", "        label:\n          type: string\n          readOnly: true",
        "breaking readOnly Gadget.label: false -> true")]
    [TestCase("        label:\n          type: string", "        label: {}", "breaking type Gadget.label: string -> any")]
    [TestCase("            $ref: '#/components/schemas/part'", "            type: string",
        "breaking type Gadget.parts[]: object -> string|breaking property Part.name: there -> ")]
    [TestCase("          type: array\n          items:\n            $ref: '#/components/schemas/part'", "          type: array",
        "breaking type Gadget.parts[]: object -> any|breaking property Part.name: there -> ")]
    [TestCase("          type: array\n          items:\n            $ref: '#/components/schemas/part'", "          type: object",
        "breaking type Gadget.parts: array -> object")]
    [TestCase("    gadget:\n      type: object\n", "    gadget:\n      type: object\n      additionalProperties: false\n",
        "breaking additionalProperties Gadget: true -> false")]
    [TestCase("      requestBody:\n        content:\n          application/json:", "      requestBody:\n        content:\n          application/xml:",
        "breaking media createGadget request: application/json -> |breaking body createGadget request body: there -> ")]
    [TestCase("      requestBody:\n        content:\n          application/json:\n            schema: { $ref: '#/components/schemas/gadget' }\n", "",
        "breaking request createGadget request: there -> ")]
    [TestCase("        '200':\n          description: Prose of the vendor.\n          content:\n            application/json:\n"
        + "              schema: { $ref: '#/components/schemas/gadget_list' }\n",
        "        '200': { description: Prose of the vendor. }\n",
        "breaking media listGadgets 200: application/json -> |breaking body listGadgets 200 body: there -> ")]
    [TestCase("        '201':", "        '200':",
        "breaking status createGadget 200:  -> there|breaking status createGadget 201: there -> ")]
    public void A_change_has_a_meaning(string from, string to, string expected)
    {
        _folder.ChangeVendor(from, to);

        Assert.That(_folder.News(), Is.EqualTo(expected.Split('|')));
    }

    // Our own documents promise neither; others that are compared may.
    [TestCase("    GadgetList:\n      type: object\n", "    GadgetList:\n      type: object\n      required: [items]\n",
        "breaking required GadgetList.items: true -> false")]
    [TestCase("      description: It is there already.\n", "      description: It is there already.\n      content: { application/json: { schema: { type: object } } }\n",
        "additive body createGadget 409: there -> ")]
    public void What_the_vendor_no_longer_says_of_an_answer_has_a_meaning(string from, string to, string expected)
    {
        _folder.ChangeOurs(from, to);
        _folder.Write("vendor.yaml", Documents.Vendor);

        Assert.That(_folder.News(), Is.EqualTo(new[] { expected }));
        _folder.Write("specs/gadgets.yaml", Documents.Ours);
    }

    [Test]
    public void A_difference_is_exit_status_2()
    {
        _folder.ChangeVendor("format: int32", "format: int64");

        Assert.That(_folder.Run().Code, Is.EqualTo(2));
    }

    [Test]
    public void A_difference_is_shown_with_its_place_in_both_documents()
    {
        _folder.ChangeVendor("format: int32", "format: int64");

        Assert.That(_folder.Run().Output, Does.Match(@"limit: format int32 here, int64 there\s+\S+gadgets\.yaml:45  \S+vendor\.yaml:9\n"));
    }

    [Test]
    public void A_new_name_is_recognized()
    {
        _folder.ChangeVendor("        label:", "        labels:");

        Assert.That(_folder.Run().Output, Does.Contain("gone: property Gadget.label (perhaps now called labels)"));
    }

    // A schema that many operations use has one place in our document.
    [Test]
    public void What_is_written_once_is_told_once()
    {
        _folder.ChangeVendor("        made:\n", "        size: { type: integer }\n        made:\n");

        Assert.That(_folder.News(), Has.Length.EqualTo(1));
    }
}
