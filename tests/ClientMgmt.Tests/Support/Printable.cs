namespace ClientMgmt.Tests.Support;

/// <summary>Texts that hold what a console or a report cannot show.</summary>
internal static class Printable
{
    /// <summary>The text with everything that cannot be shown written as code.</summary>
    public static string Text(string text) => string.Concat(text.Take(40)
        .Select(c => c is > ' ' and < '\u007f' ? c.ToString() : $"\\u{(int)c:x4}")) + (text.Length > 40 ? $"… ({text.Length})" : "");

    /// <summary>Each text as the argument of a test.</summary>
    public static IEnumerable<TestCaseData> Cases(IEnumerable<string> texts) =>
        texts.Select(text => new TestCaseData(text).SetArgDisplayNames(Text(text)));
}
