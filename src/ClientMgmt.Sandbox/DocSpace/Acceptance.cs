using ClientMgmt.Sandbox.Http;
using Microsoft.Net.Http.Headers;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What the Accept header of a request makes of the answer, which can only be JSON.</summary>
/// <param name="Fits">Whether JSON is welcome.</param>
/// <param name="Type">The type of a success: a charset that was asked for is repeated.</param>
/// <param name="Other">A type of JSON that is asked for and not made.</param>
/// <param name="Readable">Whether the header can be read.</param>
internal sealed record Acceptance(bool Fits, string Type = "application/json", string? Other = null, bool Readable = true)
{
    public static Acceptance Of(Incoming incoming)
    {
        string[] entries = [.. incoming.Headers.Accept.SelectMany(a => (a ?? "").Split(',')).Select(a => a.Trim()).Where(a => a.Length > 0)];
        if (entries.Length == 0)
            return new(Fits: true);
        MediaTypeHeaderValue?[] types = [.. entries.Select(Parse)];
        if (types.Contains(null))
            return new(Fits: false, Readable: false);
        if (types.FirstOrDefault(type => Takes(type!)) is { } fitting)
            return new(Fits: true, WithCharset(fitting));
        return new(Fits: false, Other: types.FirstOrDefault(IsOtherJson)?.MediaType.ToString());
    }

    private static MediaTypeHeaderValue? Parse(string entry) =>
        MediaTypeHeaderValue.TryParse(entry == "*" ? "*/*" : entry, out MediaTypeHeaderValue? type) && (type.Type != "*" || type.SubType == "*")
            ? type
            : null;

    private static bool Takes(MediaTypeHeaderValue type) =>
        type.MatchesAllTypes
        || (Same(type.Type.Value, "application") && (type.SubType == "*" || Same(type.SubType.Value, "json") || Same(type.SubType.Value, "*+json")));

    private static bool IsOtherJson(MediaTypeHeaderValue? type) =>
        Same(type!.Type.Value, "application") && Same(type.Suffix.Value, "json") && !type.MatchesAllSubTypesWithoutSuffix;

    private static string WithCharset(MediaTypeHeaderValue type) =>
        type.Charset.HasValue && Same(type.SubType.Value, "json") ? $"application/json;charset={type.Charset}" : "application/json";

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
