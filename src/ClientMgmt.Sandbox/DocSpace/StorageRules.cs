using System.Text;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>Self-hosted MySQL columns hold 255; what is longer passes every check and fails when it is stored.</summary>
internal static class StorageRules
{
    private const int Column = 255;

    public static void Check(Visit visit, BodyFields body, params IEnumerable<string> sets)
    {
        if (visit.Portal.IsSaas)
            return;
        bool fits = (body.Text("name")?.Length ?? 0) <= Column
            && sets.SelectMany(set => body.Set(set) ?? []).All(Fits);
        if (!fits)
            throw new Refusal(Problem.Database(visit));
    }

    public static void CheckUrls(Visit visit, BodyFields body)
    {
        if (!visit.Portal.IsSaas && !Rules.PageUrls.All(url => Fits(body.Text(url.Field))))
            throw new Refusal(Problem.Database(visit));
    }

    private static bool Fits(string? url) => Encoding.UTF8.GetByteCount(url ?? "") <= Column;
}
