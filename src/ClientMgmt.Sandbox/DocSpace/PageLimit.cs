using System.Globalization;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>limit: 1 to 50; only the list of clients has a default.</summary>
internal static class PageLimit
{
    private const int Highest = 50;

    public static int Read(Visit visit, int? fallback)
    {
        string? text = visit.Incoming.Query["limit"];
        if (string.IsNullOrEmpty(text))
            return fallback ?? throw Refused(visit, "EmptyFieldError", "limit must not be null");
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int limit))
            throw new Refusal(Problem.Unreadable(visit));
        return limit is >= 1 and <= Highest ? limit : throw Refused(visit, "ErrorName", $"limit must be between 1 and {Highest}");
    }

    private static Refusal Refused(Visit visit, string code, string message) =>
        new(Problem.Validation(visit, [new FieldError("limit", code, message)]));
}
