using System.Globalization;
using ClientMgmt.Telemetry;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What a caller or a server sends cannot forge a line of a log or turn a message round.</summary>
public sealed class HostileTextTests
{
    [Test]
    public Task An_id_in_a_message_is_one_line_of_visible_text() => HostileInputs.EachAsync(async text =>
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Of(404));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host, text);

        Assert.That(error!.Message, Has.All.Matches<char>(IsVisible));
    });

    [Test]
    public Task A_servers_message_is_one_line_of_visible_text() => HostileInputs.EachAsync(async text =>
    {
        string body = System.Text.Json.JsonSerializer.Serialize(new { resultCode = text, resultMessage = text + "x" });
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny(WireAnswer.Of(400, body)).OnEveryOther(WireAnswer.Of(500));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(error!.Message, Has.All.Matches<char>(IsVisible));
    });

    [TestCase("a\u2028b", "a b")]
    [TestCase("a\u2029b", "a b")]
    [TestCase("a\u0085b", "a b")]
    [TestCase("a\u202eb", "a b")]
    [TestCase("a\u2066b\u2069", "a b ")]
    [TestCase("a\r\nb\0", "a  b ")]
    [TestCase("a\U000E0041b", "a b")]
    [TestCase("ü😀日本語", "ü😀日本語")]
    public void What_cannot_be_seen_becomes_a_space(string text, string expected) =>
        Assert.That(Disclosure.Clean(text, []), Is.EqualTo(expected));

    [Test]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.That(Disclosure.Clean("a\ud800b", []), Is.EqualTo("a\ufffdb"));

    [Test]
    public void A_text_is_not_shortened_in_the_middle_of_a_character() =>
        Assert.That(Disclosure.Clean("x" + string.Concat(Enumerable.Repeat("😀", 200)), [])![^3..], Is.EqualTo("😀…"));

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
