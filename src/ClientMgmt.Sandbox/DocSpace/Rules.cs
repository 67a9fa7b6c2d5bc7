using ClientMgmt.Sandbox.Http;
using static ClientMgmt.Sandbox.DocSpace.FieldRule;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The field rules of create and update. They run before the role and before the existence of the client.</summary>
internal static class Rules
{
    /// <summary>The single URLs, with the names that the second check knows them by.</summary>
    public static readonly (string Field, string Property)[] PageUrls =
    [
        ("website_url", "websiteUrl"),
        ("terms_url", "termsUrl"),
        ("policy_url", "policyUrl"),
        ("logout_redirect_uri", "logoutRedirectUri"),
    ];

    private static readonly FieldRule[] s_create =
    [
        NotBlank("name"),
        Length("name", 3, 256),
        Length("description", 0, 255),
        NotBlank("logo"),
        LogoPattern("logo"),
        LogoSize("logo"),
        .. PageUrls.SelectMany(url => new[] { NotBlank(url.Field), PageUrl(url.Field) }),
        .. Uris("redirect_uris"),
        .. Uris("allowed_origins"),
        NotEmpty("scopes"),
    ];

    private static readonly FieldRule[] s_update =
    [
        NotBlank("name"),
        Length("description", 0, 255),
        NotBlank("logo"),
        LogoPattern("logo"),
        .. Uris("allowed_origins"),
    ];

    private static readonly FieldRule[] s_activation =
    [
        new("status", "EmptyFieldError", "status must not be null", body => !body.Has("status")),
    ];

    public static BodyFields ReadCreate(Visit visit) => Read(visit, s_create);

    public static BodyFields ReadUpdate(Visit visit)
    {
        IEnumerable<FieldRule> rules = s_update;
        if (visit.Traits.UpdateChecksNameLength)
            rules = rules.Append(Length("name", 3, 256));
        if (visit.Traits.UpdateTakesUrisAndScopes)
            rules = rules.Concat(Uris("redirect_uris")).Append(NotEmpty("scopes"));
        return Read(visit, rules);
    }

    public static BodyFields ReadActivation(Visit visit) => Read(visit, visit.Traits.StatusDemanded ? s_activation : []);

    private static BodyFields Read(Visit visit, IEnumerable<FieldRule> rules)
    {
        var body = BodyFields.Parse(visit.Incoming.Body);
        FieldError[] errors = [.. rules.Where(r => r.IsViolated(body)).Select(r => new FieldError(r.Field, r.Code, r.Message))];
        return errors.Length == 0 ? body : throw new Refusal(Problem.Validation(visit, errors));
    }

    private static FieldRule[] Uris(string field) => [NotEmpty(field), Count(field, 1, 12), UriSet(field)];
}
