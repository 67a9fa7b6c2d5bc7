using System.Globalization;
using ClientMgmt.Sandbox.DocSpace.Java;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>limit: 1 to 50; only the list of clients has a default.</summary>
internal static class PageLimit
{
    private const int Highest = 50;
    private static readonly string[] s_hexPrefixes = ["0x", "0X", "#"];

    /// <summary>The limit, whatever its size. An empty one counts as missing where there is a default, else as none.</summary>
    public static int Read(Visit visit, int? fallback)
    {
        string? text = visit.Incoming.Query["limit"];
        if (text is null)
            return fallback ?? throw new Refusal(Problem.Missing(visit, "limit", "int"));
        return text.Length == 0 && fallback is not null ? fallback.Value : Number(text);
    }

    public static void Check(Visit visit, int limit)
    {
        if (limit < 1)
            throw Refused(visit, "must be greater than or equal to 1");
        if (limit > Highest)
            throw Refused(visit, string.Create(CultureInfo.InvariantCulture, $"must be less than or equal to {Highest}"));
    }

    /// <summary>Blanks anywhere are nothing, a sign is allowed, and 0x or # begins a hexadecimal number.</summary>
    private static int Number(string text)
    {
        string packed = string.Concat(text.Where(c => !JavaText.IsBlank(c.ToString())));
        bool negative = packed.StartsWith('-');
        string digits = negative ? packed[1..] : packed;
        string? hex = s_hexPrefixes.Where(p => digits.StartsWith(p, StringComparison.Ordinal)).Select(p => digits[p.Length..]).FirstOrDefault();
        bool read = hex is null
            ? long.TryParse(packed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            : long.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        value = hex is not null && negative ? -value : value;
        return read && value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new FormatException();
    }

    private static Refusal Refused(Visit visit, string message) =>
        new(Problem.Validation(visit, [new FieldError("limit", "ErrorName", message)]));
}
