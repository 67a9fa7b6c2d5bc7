using System.Text.RegularExpressions;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Readme;

/// <summary>Every example in C# is in a program that is compiled and run, here or, as one of a user, by InstallTests.</summary>
public sealed partial class ExampleTests
{
    // It shows what is generated, in short.
    private const string Generated = "build/README.md";

    private static readonly string s_compiled = Squeeze(string.Concat(new[] { "Readme", "Telemetry", "Packages/Consumers" }
        .SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "tests", "ClientMgmt.Tests", folder), "*.cs", SearchOption.AllDirectories))
        .Select(File.ReadAllText)));

    private static IEnumerable<TestCaseData> Examples => Documents.Blocks("csharp").Where(b => b.Document != Generated)
        .Select(b => new TestCaseData(b.Code).SetArgDisplayNames(b.Document, $"{b.Number}"));

    [TestCaseSource(nameof(Examples))]
    public void An_example_is_compiled(string example) => Assert.That(s_compiled, Does.Contain(Squeeze(example).Trim()));

    private static string Squeeze(string text) => WhiteSpace().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
