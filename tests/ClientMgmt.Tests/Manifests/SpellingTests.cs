using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Which word somebody meant.</summary>
internal sealed class SpellingTests
{
    private static readonly string s_long = new('a', 40);

    [TestCase("name", "name")]
    [TestCase("nam", "name")]
    [TestCase("namexy", "name")]
    [TestCase("namexyz", null)]
    [TestCase("xyname", "name")]
    [TestCase("xyzname", null)]
    [TestCase("na", "name")]
    [TestCase("n", null)]
    [TestCase("", null)]
    public void Two_letters_may_be_wrong(string word, string? nearest) =>
        Assert.That(Spelling.Nearest(word, ["name", "something else"]), Is.EqualTo(nearest));

    [TestCase("abcdefghijk12345", "abcdefghijkvwxyz", false)]
    [TestCase("abcdefghijkl5678", "abcdefghijkl1234", true)]
    public void Of_a_long_word_a_fourth_part_may_be_wrong(string word, string known, bool isNear) =>
        Assert.That(Spelling.Nearest(word, [known]) is not null, Is.EqualTo(isNear));

    [TestCase("abcdefghijkl56", "abcdefghijkl12", true)]
    [TestCase("abcdefghijkl567", "abcdefghijkl123", false)]
    public void The_closest_word_has_two_wrong_letters_however_long_it_is(string word, string known, bool isNear) =>
        Assert.That(Spelling.Closest(word, [known]) is not null, Is.EqualTo(isNear));

    [TestCase("a-b-c-d", "a_b_c_d")]
    [TestCase("a_b_c_d", "a-b-c-d")]
    [TestCase("abcd", "a_b_c_d")]
    [TestCase("abcd", "a-b-c-d")]
    [TestCase("abcd", "ABCD")]
    [TestCase("ABCD", "abcd")]
    public void Neither_case_nor_separators_count(string word, string known) => Assert.That(Spelling.Closest(word, [known]), Is.EqualTo(known));

    [TestCase(8, true)]
    [TestCase(9, false)]
    public void Words_of_very_different_lengths_are_not_near(int longer, bool isNear) =>
        Assert.That(Spelling.Nearest(s_long + new string('b', longer), [s_long]) is not null, Is.EqualTo(isNear));

    [Test]
    public void Where_nothing_is_known_nothing_is_near() => Assert.That(Spelling.Nearest("name", []), Is.Null);

    [Test]
    public void The_nearest_of_several_is_meant() => Assert.That(Spelling.Nearest("names", ["nam", "name", "game"]), Is.EqualTo("name"));
}
