using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Mapping;

namespace ClientMgmt.Tests.Mapping;

/// <summary>Texts by language (RFC 7591 section 2.2): many members of a client, one property of the model.</summary>
public sealed class TaggedMembersTests
{
    [TestCase("""{"client_name":"a"}""")]
    [TestCase("""{"client_name#":"a"}""")]
    [TestCase("""{"client_name#ja":5}""")]
    [TestCase("""{"unknown#ja":"a"}""")]
    public void A_member_that_is_no_text_of_a_language_stays_as_it_is(string client) => Assert.That(Fold(client), Is.EqualTo(client));

    [Test]
    public void Texts_of_one_name_become_one_object() => Assert.That(
        Fold("""{"client_name#ja":"a","client_name":"b","client_name#de-CH":"c"}"""),
        Is.EqualTo("""{"client_name":"b","client_name#":{"ja":"a","de-CH":"c"}}"""));

    [Test]
    public void What_is_sent_holds_the_texts_and_not_the_object() => Assert.That(
        TaggedMembers.Unfold(new WireObject(JsonElement.Parse("""{"client_name#":{"ja":"a","de":"c"}}""")), ["client_name#"]).ToText(),
        Is.EqualTo("""{"client_name#ja":"a","client_name#de":"c"}"""));

    [TestCase("[]")]
    [TestCase("\"a\"")]
    [TestCase("""{"ja":"a","de":1}""")]
    public void What_is_no_object_of_texts_is_left_to_the_vendor(string json) =>
        Assert.That(new TaggedMembers().TryRead(JsonElement.Parse(json), out _), Is.False);

    [Test]
    public void Tags_that_differ_in_case_alone_are_two()
    {
        new TaggedMembers().TryRead(JsonElement.Parse("""{"en":"a","EN":"b"}"""), out object? value);

        Assert.That(value, Is.EquivalentTo(new Dictionary<string, string> { ["en"] = "a", ["EN"] = "b" }));
    }

    private static string Fold(string client)
    {
        JsonElement json = JsonElement.Parse(client);
        var document = new WireObject(json);
        TaggedMembers.Fold(document, json.EnumerateObject().Select(WireJson.NameOf), name => name == "client_name#");
        return document.ToText();
    }
}
