using static ClientMgmt.Sandbox.RegistrationChallenge;
using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The default row of each mistake.</summary>
internal static class DefaultRefusals
{
    public static readonly IReadOnlyDictionary<RegistrationMistake, RegistrationRefusal> All = new Dictionary<RegistrationMistake, RegistrationRefusal>
    {
        [UnknownPath] = new(404),
        [NotEnabled] = new(404),
        [MissingOperation] = new(405),
        [NoInitialToken] = new(401, "invalid_token") { Challenge = Realm },
        [OtherScheme] = new(401, "invalid_token") { Challenge = Realm },
        [WrongInitialToken] = new(401, "invalid_token") { Challenge = RealmAndError },
        [UsedUpInitialToken] = new(401, "invalid_token") { Challenge = RealmAndError },
        [NoToken] = new(401, "invalid_token") { Challenge = Realm },
        [WrongToken] = new(401, "invalid_token") { Challenge = RealmAndError },
        [ForeignToken] = new(401, "invalid_token") { Challenge = RealmAndError },
        [GoneClient] = new(401, "invalid_token") { Challenge = RealmAndError },
        [DisabledClient] = new(401, "invalid_token") { Challenge = RealmAndError },
        [UnknownClient] = new(404, "invalid_request"),
        [TooMany] = new(429, "too_many_requests"),
        [TooLarge] = new(413, "invalid_client_metadata"),
        [RegistrationMistake.ContentType] = new(400, "invalid_request"),
        [EmptyBody] = new(400, "invalid_client_metadata"),
        [NotJson] = new(400, "invalid_client_metadata"),
        [NotAnObject] = new(400, "invalid_client_metadata"),
        [ForbiddenMember] = new(400, "invalid_request"),
        [ClientId] = new(400, "invalid_request"),
        [Secret] = new(400, "invalid_request"),
        [UnknownMember] = new(400, "invalid_client_metadata"),
        [EmptyValue] = new(400, "invalid_client_metadata"),
        [WrongType] = new(400, "invalid_client_metadata"),
        [NoRedirectUris] = new(400, "invalid_redirect_uri"),
        [RedirectUri] = new(400, "invalid_redirect_uri"),
        [Scope] = new(400, "invalid_client_metadata"),
        [RegistrationMistake.Metadata] = new(400, "invalid_client_metadata"),
        [Failure] = new(500, "server_error"),
        [NameTaken] = new(400, "invalid_client_metadata"),
    };
}
