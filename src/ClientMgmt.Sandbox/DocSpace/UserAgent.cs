using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// Changes write an audit record from the User-Agent. Without one they fail, and so they do when a browser's name is
/// in it without the spelling that the audit code then looks for: "AutoProvisioner" holds "opr" but not "OPR".
/// </summary>
internal static class UserAgent
{
    private static readonly (string Fragment, string Spelling)[] s_browsers =
    [
        ("msie", "MSIE"),
        ("opera", "Opera"),
        ("opr", "OPR"),
        ("chrome", "Chrome"),
        ("firefox", "Firefox"),
    ];

    public static void Check(Visit visit)
    {
        string agent = visit.Incoming.Headers.UserAgent.ToString();
        bool trips = s_browsers.Any(b =>
            agent.Contains(b.Fragment, StringComparison.OrdinalIgnoreCase) && !agent.Contains(b.Spelling, StringComparison.Ordinal));
        if (agent.Length == 0 || trips)
            throw new Refusal(Problem.Unexpected(visit));
    }
}
