using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// Changes write an audit record with the browser that the User-Agent names. The words are looked for in any case and
/// then cut out in one spelling: "AutoProvisioner" holds "opr" but not "OPR", and the change fails. So it does without
/// a User-Agent, and with a control character in it; an empty one is fine.
/// </summary>
internal static class UserAgent
{
    // The first word that is there decides. What has to be there besides is cut out of the text behind the spelling.
    private static readonly (string[] Words, Func<string, bool> IsReadable)[] s_browsers =
    [
        (["msie"], agent => After(agent, "MSIE", ';')?.Split(' ') is [_, .. { Length: > 0 } rest] && rest.Any(r => r.Length > 0)),
        (["safari", "version"], agent => Has(agent, "Safari") && HasVersion(agent)),
        (["opera"], agent => Has(agent, "Opera") && HasVersion(agent)),
        (["opr"], agent => Has(agent, "OPR")),
        (["chrome"], agent => Has(agent, "Chrome")),
        (["firefox"], agent => Has(agent, "Firefox")),
    ];

    public static void Check(Visit visit)
    {
        bool sent = visit.Incoming.Headers.TryGetValue("User-Agent", out var values) && values.Count > 0;
        if (!sent || !IsReadable(values[0] ?? ""))
            throw new Refusal(Problem.Unexpected(visit));
    }

    private static bool IsReadable(string agent)
    {
        if (agent.Any(c => char.IsControl(c) && c != '\t'))
            return false;
        Func<string, bool>? readable = s_browsers
            .Where(b => b.Words.All(word => agent.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(b => b.IsReadable)
            .FirstOrDefault();
        return readable?.Invoke(agent) ?? true;
    }

    private static bool Has(string agent, string spelling) => agent.Contains(spelling, StringComparison.Ordinal);

    /// <summary>Version, a slash and something, all before a blank.</summary>
    private static bool HasVersion(string agent) =>
        After(agent, "Version", ' ')?.Split('/') is [_, .. { Length: > 0 } rest] && rest.Any(r => r.Length > 0);

    private static string? After(string agent, string spelling, char end)
    {
        int start = agent.IndexOf(spelling, StringComparison.Ordinal);
        return start < 0 ? null : agent[start..].Split(end)[0];
    }
}
