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
    [TestCase("        '409'", "        '202': { description: Later. }\n        '409'", "breaking status createGadget 202:  -> there")]
    [TestCase("      parameters:\n", "      parameters:\n        - { name: sort, in: query, schema: { type: string } }\n",
        "additive parameter listGadgets query:sort:  -> there")]
    [TestCase("        - { name: limit, in: query, schema: { type: integer, format: int32 } }\n", "        []\n",
        "breaking parameter listGadgets query:limit: there -> ")]
    [TestCase("      tags: [Gadgets]\n      requestBody", "      tags: [Gadgets]\n      deprecated: true\n      requestBody",
        "additive deprecated createGadget: false -> true")]
    [TestCase("scheme: bearer", "scheme: basic",
        "breaking security listGadgets: bearer -> basic|breaking security createGadget: bearer -> basic")]
    [TestCase("  /api/weather:", "  /api/gadgets/{id}:", "additive operation GET /api/gadgets/{id}:  -> there")]
    [TestCase("      operationId: weather\n", "      operationId: weather\n      tags: [Gadgets]\n", "additive operation GET /api/weather:  -> there")]
    public void A_change_has_a_meaning(string from, string to, string expected)
    {
        _folder.ChangeVendor(from, to);

        Assert.That(_folder.News(), Is.EqualTo(expected.Split('|')));
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
