using ClientMgmt.Sandbox.Http;
using static ClientMgmt.Sandbox.DocSpace.FieldRule;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The field rules of create and update. They run before the role and before the existence of the client.</summary>
internal static class Rules
{
    private const string Name = "name";

    /// <summary>The single URLs, with the names that the second check knows them by.</summary>
    public static readonly (string Field, string Property)[] PageUrls =
    [
        ("website_url", "websiteUrl"),
        ("terms_url", "termsUrl"),
        ("policy_url", "policyUrl"),
        ("logout_redirect_uri", "logoutRedirectUri"),
    ];

    // Read and forgotten, but no other type will do; "public" is in no document.
    private static readonly string[] s_flags = ["allow_pkce", "is_public", "public"];

    private static readonly string[] s_olderUpdate = ["name", "description", "logo", "allow_pkce", "allowed_origins"];

    private static readonly FieldRule[] s_both = [Length("description", 0, 255), NotBlank("logo"), LogoPattern("logo")];

    private static readonly FieldRule[] s_create =
    [
        .. s_both,
        Length(Name, 3, 256),
        LogoSize("logo"),
        .. PageUrls.SelectMany(url => new[] { NotBlank(url.Field), PageUrl(url.Field) }),
        SetThere("redirect_uris"),
        .. Uris("redirect_uris"),
        SetThere("allowed_origins"),
        .. Uris("allowed_origins"),
        SetNotEmpty("scopes"),
    ];

    // Older servers tell the missing origins once.
    private static readonly FieldRule[] s_update = [.. s_both, NotBlank(Name), .. Uris("allowed_origins")];

    private static readonly FieldRule[] s_wholeUpdate =
    [
        .. s_update,
        SetThere("allowed_origins"),
        SetThere("redirect_uris"),
        .. Uris("redirect_uris"),
        SetNotEmpty("scopes"),
    ];

    /// <summary>What the description of the service says of an update.</summary>
    public static (string[] Properties, string[] Required) UpdateMembers(Traits traits) => traits.UpdateTakesUrisAndScopes
        ? ([.. s_olderUpdate, "redirect_uris", "scopes"], ["name", "logo", "allowed_origins", "redirect_uris", "scopes"])
        : (s_olderUpdate, ["name", "logo", "allowed_origins"]);

    public static BodyFields ReadCreate(Visit visit) =>
        Read(visit, s_create.Append(visit.Traits.CreatesBlankNames ? NotEmpty(Name) : NotBlank(Name)));

    public static BodyFields ReadUpdate(Visit visit)
    {
        FieldRule[] rules = visit.Traits.UpdateTakesUrisAndScopes ? s_wholeUpdate : s_update;
        return Read(visit, visit.Traits.UpdateChecksNameLength ? rules.Append(Length(Name, 3, 256)) : rules);
    }

    /// <summary>Nothing is demanded: without a status it is false.</summary>
    public static bool ReadActivation(Visit visit) => BodyFields.Parse(visit).Flag("status");

    private static BodyFields Read(Visit visit, IEnumerable<FieldRule> rules)
    {
        BodyFields body = BodyFields.Parse(visit);
        foreach (string flag in s_flags)
            _ = body.Flag(flag);
        FieldError[] errors = [.. rules.Where(r => r.IsViolated(body)).Select(r => new FieldError(r.Field, r.Code, r.Message))];
        return errors.Length == 0 ? body : throw new Refusal(Problem.Validation(visit, errors));
    }

    private static FieldRule[] Uris(string field) => [Count(field, 1, 12), UriSet(field)];
}
