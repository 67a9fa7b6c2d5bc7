using System.Text;
using ClientMgmt.Sandbox.DocSpace.Java;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// Self-hosted MySQL columns hold 255: characters of a name or user id, bytes of a URL. What is longer passes every check
/// and fails when it is stored.
/// </summary>
internal static class StorageRules
{
    private const int Column = 255;

    public static void Check(Visit visit, BodyFields body, params IEnumerable<string> sets)
    {
        if (visit.Portal.IsSaas)
            return;
        bool fits = JavaText.CodePoints(body.Text("name") ?? "") <= Column
            && visit.Caller.UserId.Length <= Column
            && sets.SelectMany(set => body.Set(set) ?? []).All(Fits);
        if (!fits)
            throw new Refusal(Problem.Database(visit));
    }

    public static void CheckUrls(Visit visit, BodyFields body)
    {
        if (!visit.Portal.IsSaas && !Rules.PageUrls.All(url => Fits(body.Text(url.Field))))
            throw new Refusal(Problem.Database(visit));
    }

    /// <summary>A text as it is stored: half of a surrogate pair becomes a question mark.</summary>
    public static string? Text(string? text) => text is null ? null : string.Create(text.Length, text, (stored, sent) =>
    {
        for (int i = 0; i < sent.Length; i++)
        {
            bool pair = i + 1 < sent.Length && char.IsSurrogatePair(sent[i], sent[i + 1]);
            stored[i] = pair || !char.IsSurrogate(sent[i]) ? sent[i] : '?';
            if (pair)
                stored[i + 1] = sent[++i];
        }
    });

    private static bool Fits(string? url) => Encoding.UTF8.GetByteCount(url ?? "") <= Column;
}
