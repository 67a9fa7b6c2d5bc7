using Newtonsoft.Json.Linq;

namespace ClientMgmt.Tests.SpecChecks;

/// <summary>The report begins with what it amounts to, and tells what is to be done, the most urgent first.</summary>
public sealed class ReportTests
{
    private const string Sum =
        "2 breaking, 3 additive, 18 deliberate, 1 obsolete: 1 to change in the library, 1 to ask a server about, 1 to add by hand, 1 for --write, "
        + "1 to follow, 1 to remove from the records.";

    private readonly CheckFolder _folder = new();

    // In our document, the last of these stand first.
    [SetUp]
    public void Write()
    {
        _folder.Write("specs/gadgets.yaml", Documents.Ours);
        string vendor = Documents.Vendor;
        vendor = CheckFolder.Replace(vendor, "maximum: 100", "maximum: 200");
        vendor = CheckFolder.Replace(vendor, "        '409': { description: Prose of the vendor. }\n", "");
        vendor = CheckFolder.Replace(vendor, "  /api/weather:", "  /api/gadgets/{id}:");
        vendor = CheckFolder.Replace(vendor, "            - GREEN", "            - GREEN\n            - BLUE");
        vendor = CheckFolder.Replace(vendor, "        name:\n          type: string", "        name:\n          type: integer");
        _folder.Write("vendor.yaml", vendor);
        _folder.Write("specs/differences/gadgets.yaml", """
            paths: [/api/gadgets]
            differences:
              - { at: Gadget.size, fact: property, here: '', reason: sizes are of no use }
            """);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void A_reader_sees_the_sum_then_the_tasks_and_what_users_notice()
    {
        string output = _folder.Run().Output.Replace(_folder.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

        Assert.That(output, Does.StartWith($"""
            {Sum}
            Change the library, or record why not (1)
                Part.name: type string here, integer there
                    specs/gadgets.yaml:85  vendor.yaml:70
                    What users send there is refused; what comes there is not read, or the call fails.
            Ask a server, then change the library or record the answer (1)
                gone: status createGadget 409
                    specs/gadgets.yaml:37  vendor.yaml:17
                    The failure may come under another status, and users get another exception for it.
            Add to the specification by hand, or record why not (1)
                new operation GET /api/gadgets/[id]
                    specs/gadgets.yaml  vendor.yaml:32
                    Users cannot call it.
            Let --write add it to the specification (1)
                new value BLUE of Gadget.color
                    specs/gadgets.yaml:7  vendor.yaml:58
                    It passes unchanged, but is none of the known values.
            Follow in the specification, or record why not (1)
                listGadgets query:limit: maximum 100 here, 200 there
                    specs/gadgets.yaml:45  vendor.yaml:9
                    At most, values that the vendor takes now are still refused beforehand.
            Remove from the records what is not found any more (1)
                property of Gadget.size: sizes are of no use
                    specs/differences/gadgets.yaml:3
                    Users notice nothing, but the record would hide such a difference if it came back.
            Deliberate (18)

            """.Replace('[', '{').Replace(']', '}')));
    }

    [Test]
    public void A_program_gets_the_same_order()
    {
        JObject report = _folder.Json();

        Assert.That(report["differences"]!.Select(d => (string?)d["toDo"]).Distinct(), Is.EqualTo(new[] { "change", "ask", "add", "write", "follow", "nothing" }));
        Assert.That(
            report["differences"]!.Where(d => (string?)d["toDo"] != "nothing").Concat(report["obsolete"]!).Select(d => (string?)d["users"]),
            Has.Exactly(6).Items.And.All.EndWith("."));
    }

    [Test]
    public void What_is_explained_says_nothing_of_users() => Assert.That(
        _folder.Json()["differences"]!.Where(d => (string?)d["meaning"] == "deliberate").Select(d => d["users"]!.Type), Is.All.EqualTo(JTokenType.Null));

    [Test]
    public void Nothing_new_is_told_in_the_first_line()
    {
        _folder.Write("vendor.yaml", Documents.Vendor);
        _folder.Write("specs/differences/gadgets.yaml", Documents.NoDifferences);

        Assert.That(_folder.Run().Output, Does.StartWith("0 breaking, 0 additive, 18 deliberate, 0 obsolete: nothing new.\n"));
    }

    [Test]
    public void What_was_written_follows_the_sum_and_asks_nothing()
    {
        string[] lines = _folder.Run("--write").Output.Split('\n');

        Assert.That(lines[0], Is.EqualTo(Sum.Replace("3 additive", "2 additive", StringComparison.Ordinal).Replace(" 1 for --write,", "", StringComparison.Ordinal)));
        Assert.That(lines[1], Does.StartWith("Written to ").And.EndWith("gadgets.yaml (1)"));
        Assert.That((lines[2], lines[4]), Is.EqualTo(("    new value BLUE of Gadget.color", "Change the library, or record why not (1)")));
    }
}
