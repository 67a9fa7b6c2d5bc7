using System.Text.Json;
using ClientMgmt.Authlete;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>Whether a client that is read later shows a change: the client before, as it was to be, and as it is.</summary>
public sealed class MadeChangeTests
{
    private static readonly MetadataMap s_map = AuthleteProperties.MapOfV3;

    [TestCase("""{"contacts":["a"]}""", "{}", "{}", true)]
    [TestCase("""{"contacts":["a"]}""", "{}", """{"contacts":["b"]}""", true)]
    [TestCase("""{"contacts":["a"]}""", "{}", """{"contacts":["a"]}""", false)]
    public void A_value_is_cleared_if_it_is_not_what_it_was(string before, string after, string now, bool expected) =>
        Assert.That(IsMade(before, after, now), Is.EqualTo(expected));

    [TestCase("""{"contacts":["a","b"]}""", """{"contacts":["b","a"]}""", true)]
    [TestCase("""{"contacts":["a","b"]}""", """{"contacts":["a"]}""", false)]
    [TestCase("""{"defaultMaxAge":60}""", """{"defaultMaxAge":60}""", true)]
    [TestCase("""{"defaultMaxAge":60}""", "{}", false)]
    [TestCase("""{"attributes":["a","b"]}""", """{"attributes":["a","b"]}""", true)]
    [TestCase("""{"attributes":["a","b"]}""", """{"attributes":["b","a"]}""", false)]
    public void A_value_is_set_if_it_is_the_same_to_the_vendor(string after, string now, bool expected) =>
        Assert.That(IsMade("{}", after, now), Is.EqualTo(expected));

    [Test]
    public void A_response_type_is_set_whatever_the_order_of_its_words()
    {
        MetadataChange change = s_map.Compare(new ClientMetadata(), new ClientMetadata { ResponseTypes = ["token code"] }).Single();

        Assert.That(MetadataMap.IsMade(change, new ClientMetadata { ResponseTypes = ["code token"] }));
    }

    [TestCase("""{"clientName":"a"}""", """{"clientName":"b"}""", """{"clientName":"a"}""", true)]
    [TestCase("""{"clientName":"a"}""", """{"clientName":"b"}""", """{"clientName":"c"}""", false)]
    public void A_text_is_undone_if_it_is_what_it_was(string before, string after, string now, bool expected) =>
        Assert.That(IsUndone(before, after, now), Is.EqualTo(expected));

    [TestCase("a", "a b", "a c", true)]
    [TestCase("a", "a b", "b c", false)]
    [TestCase("", "a", "b", true)]
    [TestCase("a b d", "d", "a c d", true)]
    [TestCase("a d", "d", "c d", false)]
    public void A_list_is_undone_if_an_entry_that_was_added_is_missing_or_one_that_was_removed_is_back(
        string before, string after, string now, bool expected) =>
        Assert.That(IsUndone(Contacts(before), Contacts(after), Contacts(now)), Is.EqualTo(expected));

    private static string Contacts(string entries) => entries.Length == 0
        ? "{}"
        : JsonSerializer.Serialize(new { contacts = entries.Split(' ') });

    private static bool IsMade(string before, string after, string now) => MetadataMap.IsMade(Change(before, after), Read(now));

    private static bool IsUndone(string before, string after, string now) => MetadataMap.IsUndone(Change(before, after), Read(now));

    private static MetadataChange Change(string before, string after) => s_map.Compare(Read(before), Read(after)).Single();

    private static ClientMetadata Read(string client) => s_map.Read(JsonElement.Parse(client));
}
