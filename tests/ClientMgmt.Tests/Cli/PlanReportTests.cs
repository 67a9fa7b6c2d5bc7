using System.Text.Json;
using ClientMgmt.Cli.Output;

namespace ClientMgmt.Tests.Cli;

/// <summary>What becomes of a property, element by element.</summary>
public sealed class PlanReportTests
{
    [TestCase("\"a\"", "\"b\"", """~ x: "a" -> "b" """, TestName = "A value that changes")]
    [TestCase("null", "\"b\"", """+ x: "b" """, TestName = "A value that comes")]
    [TestCase("\"a\"", "null", """- x: "a" """, TestName = "A value that goes")]
    [TestCase("null", "null", "  x: null", TestName = "A value that is not there")]
    [TestCase("true", "false", "~ x: true -> false", TestName = "A flag that changes")]
    [TestCase("null", "[]", "+ x: []", TestName = "An empty list that comes")]
    [TestCase("""["a","b"]""", """["b","c","d"]""", """
        ~ x: (1 unchanged)
            - "a"
            + "c"
            + "d"
        """, TestName = "Entries that come and go")]
    [TestCase("""["a","a"]""", """["a"]""", """
        ~ x: (1 unchanged)
            - "a"
        """, TestName = "An entry that was there twice")]
    [TestCase("""["a","b"]""", """["b","a"]""", """
        ~ x: (in another order)
              "b"
              "a"
        """, TestName = "Entries in another order")]
    [TestCase("""{"a":1,"b":{"c":2,"d":3}}""", """{"a":1,"b":{"c":4},"e":5}""", """
        ~ x: (1 unchanged)
            ~ b:
                ~ c: 2 -> 4
                - d: 3
            + e: 5
        """, TestName = "Members that come, go and change")]
    [TestCase("""{"keys":[{"kid":"1","kty":"RSA"},{"kid":"2"}]}""", """{"keys":[{"kid":"1","kty":"EC"},{"kid":"2"}]}""", """
        ~ x:
            ~ keys: (1 unchanged)
                ~ { (1 unchanged)
                    ~ kty: "RSA" -> "EC"
                  }
        """, TestName = "One object of several in a list")]
    [TestCase("null", """[{"type":"a","actions":["r","w"]}]""", """
        + x:
            + {
                + type: "a"
                + actions:
                    + "r"
                    + "w"
              }
        """, TestName = "A list of objects that comes")]
    public void Is_shown_on_lines_of_their_own(string before, string after, string expected)
    {
        var difference = Difference.Of("x", JsonElement.Parse(before), JsonElement.Parse(after));

        Assert.That(Text(DifferenceLines.Of(difference, indent: 0)), Is.EqualTo(expected.TrimEnd()));
    }

    [Test]
    public void Values_that_do_not_fit_80_columns_together_stand_below_one_another()
    {
        string before = JsonSerializer.Serialize(new string('a', 40));
        string after = JsonSerializer.Serialize(new string('b', 40));

        var difference = Difference.Of("logo_uri", JsonElement.Parse(before), JsonElement.Parse(after));

        Assert.That(Text(DifferenceLines.Of(difference, indent: 4)), Is.EqualTo($"    ~ logo_uri:\n        - {before}\n        + {after}"));
    }

    [Test]
    public void Markdown_has_the_sign_first_and_a_fence_that_no_value_ends()
    {
        var difference = Difference.Of("x", JsonElement.Parse("\"a\""), JsonElement.Parse("\"```\""));

        Assert.That(MarkdownReport.Difference(DifferenceLines.Of(difference, indent: 4)), Is.EqualTo((string[])["````diff", "!     x: \"a\" -> \"```\"", "````"]));
    }

    private static string Text(IEnumerable<ReportLine> lines) =>
        string.Join('\n', lines.Select(l => new string(' ', l.Indent) + l.Text)).TrimEnd();
}
