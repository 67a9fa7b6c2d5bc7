namespace ClientMgmt.Tests.SpecChecks;

/// <summary>What a change of the credentials means that an operation takes.</summary>
public sealed class SecurityTests
{
    private readonly CheckFolder _folder = new();

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    // Each row: what ours takes and what the vendor's takes, and what that is found to be for each of the two operations.
    [TestCase("- key: []", "- { bearer: [] }\n  - { basic: [] }", "additive bearer -> basic, bearer", TestName = "One_more_alternative_is_not_breaking")]
    [TestCase("- key: []", "- { bearer: [], basic: [] }", "breaking bearer -> basic and bearer", TestName = "One_more_credential_beside_ours_is_breaking")]
    [TestCase("- { key: [], name: [] }", "- { bearer: [] }", "additive basic and bearer -> bearer", TestName = "One_credential_less_is_not_breaking")]
    [TestCase("- { key: [] }\n  - { name: [] }", "- { bearer: [] }", "breaking basic, bearer -> bearer", TestName = "One_alternative_less_is_breaking")]
    [TestCase("- key: []", "- {}", "additive bearer -> none", TestName = "No_credential_any_more_is_not_breaking")]
    [TestCase("- {}", "- { bearer: [] }", "breaking none -> bearer", TestName = "A_credential_where_none_was_is_breaking")]
    [TestCase("- {}", "- { bearer: [] }\n  - {}", "additive none -> bearer, none", TestName = "A_credential_that_may_be_left_out_is_not_breaking")]
    [TestCase("- key: []", "- { loud: [] }", null, TestName = "Large_and_small_letters_of_a_scheme_are_the_same")]
    [TestCase("- { name: [], key: [] }", "- { bearer: [], basic: [] }", null, TestName = "The_order_of_credentials_does_not_matter")]
    [TestCase("- key: []", "- { tokens: [] }", "breaking bearer -> tokens (undefined)", TestName = "An_undefined_scheme_instead_of_ours_is_breaking")]
    [TestCase("- key: []", "- { bearer: [] }\n  - { tokens: [] }", "additive bearer -> bearer, tokens (undefined)",
        TestName = "An_undefined_scheme_beside_ours_is_not_breaking")]
    public void It_has_a_meaning(string ours, string theirs, string? expected)
    {
        Write(ours, theirs);

        Assert.That(_folder.News(), Is.EqualTo(
            ((string[])["listGadgets", "createGadget"]).Where(_ => expected is not null)
                .Select(o => $"{expected!.Split(' ')[0]} security {o}: {expected[(expected.IndexOf(' ', StringComparison.Ordinal) + 1)..]}")));
    }

    [Test]
    public void An_undefined_scheme_in_one_operation_is_told_beside_all_else()
    {
        _folder.ChangeVendor("      tags: [Gadgets]\n      requestBody", "      security: [{ tokens: [] }]\n      tags: [Gadgets]\n      requestBody");
        _folder.Write("specs/gadgets.yaml", Documents.Ours);
        _folder.Write("vendor.yaml", CheckFolder.Replace(_folder.Vendor, "            - GREEN", "            - GREEN\n            - BLUE"));

        Assert.That(_folder.Tasks(), Is.EqualTo(new[]
        {
            "ask createGadget: Calls may be refused: the document does not define the credential that it asks for.",
            "write Gadget.color: It passes unchanged, but is none of the known values.",
        }));
    }

    private void Write(string ours, string theirs)
    {
        _folder.ChangeOurs("  - { key: [] }", $"  {ours}");
        _folder.Write("specs/gadgets.yaml", CheckFolder.Replace(
            _folder.Ours, "    key: { type: http, scheme: bearer }", "    key: { type: http, scheme: bearer }\n    name: { type: http, scheme: basic }"));
        _folder.ChangeVendor("  - bearer: []", $"  {theirs}");
        _folder.Write("vendor.yaml", CheckFolder.Replace(
            _folder.Vendor, "    bearer: { type: http, scheme: bearer }",
            "    bearer: { type: http, scheme: bearer }\n    basic: { type: http, scheme: basic }\n    loud: { type: http, scheme: Bearer }"));
    }
}
