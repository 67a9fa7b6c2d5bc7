using System.Globalization;
using ClientMgmt.Sandbox.DocSpace.Java;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>One check of one request field. A field can fail several, and then has several entries in errors[].</summary>
internal sealed record FieldRule(string Field, string Code, string Message, Func<BodyFields, bool> IsViolated)
{
    private const string Empty = "must not be empty";
    private const string NoEntries = "has to have entries";
    private const string NoImage = "has to be an image as a data URI";

    public static FieldRule NotBlank(string field) =>
        new(field, "EmptyFieldError", Empty, body => JavaText.IsBlank(body.Text(field)));

    /// <summary>Blanks pass.</summary>
    public static FieldRule NotEmpty(string field) =>
        new(field, "EmptyFieldError", Empty, body => string.IsNullOrEmpty(body.Text(field)));

    /// <summary>The length in UTF-16 units; a field that is not there passes.</summary>
    public static FieldRule Length(string field, int lowest, int highest) => new(
        field,
        "ErrorName",
        string.Create(CultureInfo.InvariantCulture, $"has to have {lowest} to {highest} characters"),
        body => body.Text(field) is { } text && (text.Length < lowest || text.Length > highest));

    /// <summary>An empty set passes.</summary>
    public static FieldRule SetThere(string field) => new(field, "EmptyFieldError", NoEntries, body => body.Set(field) is null);

    public static FieldRule SetNotEmpty(string field) =>
        new(field, "EmptyFieldError", NoEntries, body => body.Set(field) is null or { Count: 0 });

    public static FieldRule Count(string field, int lowest, int highest) => new(
        field,
        "ErrorName",
        string.Create(CultureInfo.InvariantCulture, $"has to have {lowest} to {highest} entries"),
        body => body.Set(field) is { } set && (set.Count < lowest || set.Count > highest));

    public static FieldRule PageUrl(string field) =>
        new(field, "ErrorWrongURL", "has to be a URL", body => body.Text(field) is { } text && !UrlRules.PassesRequest(text));

    public static FieldRule UriSet(string field) => new(
        field,
        "ErrorWrongURL",
        "has to hold URLs",
        body => body.Set(field) is not { } set || !set.All(UrlRules.IsSetEntry));

    public static FieldRule LogoPattern(string field) =>
        new(field, "ErrorPattern", NoImage, body => body.Text(field) is { } text && !LogoRules.HasPrefix(text));

    public static FieldRule LogoSize(string field) =>
        new(field, "ErrorPattern", NoImage + " of a bounded size", body => body.Text(field) is { } text && !LogoRules.Fits(text));
}
