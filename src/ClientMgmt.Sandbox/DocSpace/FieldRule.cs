namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>One check of one request field. A field can fail several, and then has several entries in errors[].</summary>
internal sealed record FieldRule(string Field, string Code, string Message, Func<BodyFields, bool> IsViolated)
{
    public static FieldRule NotBlank(string field) =>
        new(field, "EmptyFieldError", $"{field} must not be blank", body => string.IsNullOrWhiteSpace(body.Text(field)));

    public static FieldRule Length(string field, int lowest, int highest) => new(
        field,
        "ErrorName",
        $"{field} must have {lowest} to {highest} characters",
        body => body.Text(field) is { } text && (text.Length < lowest || text.Length > highest));

    public static FieldRule NotEmpty(string field) =>
        new(field, "EmptyFieldError", $"{field} must not be empty", body => body.Set(field) is null or { Count: 0 });

    public static FieldRule Count(string field, int lowest, int highest) => new(
        field,
        "ErrorName",
        $"{field} must have {lowest} to {highest} entries",
        body => body.Set(field) is { } set && (set.Count < lowest || set.Count > highest));

    public static FieldRule PageUrl(string field) => new(
        field,
        "ErrorWrongURL",
        $"{field} must be a URL",
        body => body.Text(field) is { } text && !UrlRules.PassesRequest(text));

    public static FieldRule UriSet(string field) => new(
        field,
        "ErrorWrongURL",
        $"{field} must hold URLs",
        body => body.Set(field) is not { } set || !set.All(UrlRules.IsSetEntry));

    public static FieldRule LogoPattern(string field) => new(
        field,
        "ErrorPattern",
        $"{field} must be an image data URI",
        body => body.Text(field) is { } text && !LogoRules.HasPrefix(text));

    public static FieldRule LogoSize(string field) => new(
        field,
        "ErrorPattern",
        $"{field} is too large or not base64",
        body => body.Text(field) is { Length: > 0 } text && !LogoRules.Fits(text));
}
