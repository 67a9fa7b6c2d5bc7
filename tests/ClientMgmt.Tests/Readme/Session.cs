using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Readme;

/// <summary>The session in a document: what stands between its two marks.</summary>
internal static class Session
{
    public static string In(params string[] file) => string.Join('\n', Repository.ReadAllText(file)
        .Split("<!-- session -->")[1].Split("<!-- /session -->")[0].Split('\n')
        .Where(line => !line.StartsWith("```", StringComparison.Ordinal))).Trim('\n');
}
