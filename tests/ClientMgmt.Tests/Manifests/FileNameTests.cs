using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

public sealed class FileNameTests
{
    private static readonly string[] s_ids =
    [
        "1234567890", "6c7cf17b-1bd3-47d5-94c6-be2d35701111", "A", "a", "%41", "%61", "..", ".", "../a", "a/b", "a\\b", "a:b", "a b", "a.", "con", "CON",
        "%63on", "lpt1", "ü", "u\u0308", "\0", "*", new string('x', 300), new string('x', 301), new string('X', 300), "%sha256-", "",
    ];

    [Test]
    public void No_two_ids_share_a_file_where_case_does_not_count() => Assert.That(
        s_ids.Select(Of).Distinct(StringComparer.OrdinalIgnoreCase).Count(), Is.EqualTo(s_ids.Length));

    [TestCaseSource(nameof(s_ids))]
    public void A_file_name_is_safe_everywhere(string id) => Assert.That(
        Of(id), Does.Match(@"\A(?!(con|lpt1)\.)[a-z0-9_%-]{0,210}\.yaml\z"));

    [Test]
    public void A_usual_id_is_the_name() => Assert.That((Of("1234567890"), ManifestFileName.Of("1", ManifestFormat.Json)), Is.EqualTo(("1234567890.yaml", "1.json")));

    [TestCase("a_b-c", "a_b-c")]
    [TestCase("con", "%63on")]
    [TestCase("A", "%41")]
    [TestCase("a.b", "a%2eb")]
    [TestCase("", "")]
    public void What_is_not_safe_in_an_id_is_written_as_its_code(string id, string name) => Assert.That(Of(id), Is.EqualTo($"{name}.yaml"));

    [Test]
    public void An_id_of_up_to_200_signs_is_the_name_and_a_longer_one_is_told_by_its_digest()
    {
        Assert.That(Of(new string('x', 200)), Is.EqualTo($"{new string('x', 200)}.yaml"));
        Assert.That(Of(new string('x', 201)), Does.Match(@"\A%sha256-[0-9a-f]{64}\.yaml\z"));
    }

    private static readonly (string? Name, string Slug)[] s_names =
    [
        ("Orders", "orders"), ("orders", "orders"), ("My Orders (test)", "my-orders-test"), ("../../etc/passwd", "etc-passwd"), ("CON", "client-con"),
        ("注文", "client"), ("", "client"), (null, "client"), ("a_b", "a-b"), (new string('x', 300), new string('x', 40)),
    ];

    [TestCaseSource(nameof(s_names))]
    public void A_file_named_after_a_client_is_safe_everywhere((string? Name, string Slug) client)
    {
        string[] names = [.. ManifestFileName.Candidates(client.Name, new string('I', 300), ManifestFormat.Yaml)];

        Assert.That(names[0], Is.EqualTo(client.Slug + ".yaml"));
        Assert.That(names, Is.Unique.And.All.Match(@"\A(?!(con|lpt1)\.)[a-z0-9_%-]{1,200}\.yaml\z"));
    }

    [Test]
    public void The_last_name_of_a_client_is_its_alone()
    {
        string[] names = [.. s_names.SelectMany(n => s_ids.Select(id => ManifestFileName.Candidates(n.Name, id, ManifestFormat.Yaml).Last()))];
        string[] others = [.. s_names.SelectMany(n => ManifestFileName.Candidates(n.Name, "", ManifestFormat.Yaml).SkipLast(1))];

        Assert.That(names.Distinct().Count(), Is.EqualTo(s_names.Select(n => n.Slug).Distinct().Count() * s_ids.Length));
        Assert.That(names.Intersect(others, StringComparer.OrdinalIgnoreCase), Is.Empty);
    }

    [Test]
    public void A_client_without_a_name_has_the_names_of_one_whose_name_is_empty() => Assert.That(
        ManifestFileName.Candidates(null, "1", ManifestFormat.Yaml), Is.EqualTo(ManifestFileName.Candidates("", "1", ManifestFormat.Yaml)));

    private static string Of(string id) => ManifestFileName.Of(id, ManifestFormat.Yaml);
}
