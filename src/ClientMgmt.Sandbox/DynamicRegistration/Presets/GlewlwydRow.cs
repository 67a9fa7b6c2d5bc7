using static ClientMgmt.Sandbox.RegistrationMistake;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

internal static class GlewlwydRow
{
    private static readonly RegistrationRefusal s_bare = new(401);

    public static DynamicRegistrationBehavior Behavior { get; } = new()
    {
        Documents = new Dictionary<RegistrationDocument, string>
        {
            [RegistrationDocument.AppendedOpenIdConfiguration] = Addresses.EndpointPath,
        },
        InitialAccess = RegistrationAccess.Open,
        ManagementTokenAccepted = false,
        CreateStatus = 200,
        DeleteStatus = 200,
        TokenIn = RegistrationOperations.Create,
        ClientUriIn = RegistrationOperations.Create,
        IssuedAtIn = RegistrationOperations.Create,
        SecretExpiry = RegistrationSecretExpiry.Always,
        MismatchBurnsToken = true,
        UpdateRenewsSecret = true,
        SecretInUpdate = RegistrationSent.Ignored,
        ForbiddenMembersRefused = false,
        NullInCreate = RegistrationEmptyValue.Refused,
        NullInUpdate = RegistrationEmptyValue.Refused,
        EmptyTextInCreate = RegistrationEmptyValue.Stored,
        EmptyTextInUpdate = RegistrationEmptyValue.Refused,
        StandardMembers = RegistrationMember.Echoed,
        UnknownMembers = RegistrationMember.Echoed,
        LocalizedMembers = RegistrationMember.Echoed,
        Members = Texts.Members((RegistrationMember.Kept,
            ["client_name", "redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method"])),
        ListsInRead = ["token_endpoint_auth_method"],
        OmittedOtherwise = ["client_name"],
        RedirectUris = RegistrationRedirectUris.Always,
        FragmentsAllowed = true,
        Refusals = new Dictionary<RegistrationMistake, RegistrationRefusal>
        {
            [NoInitialToken] = s_bare,
            [WrongInitialToken] = s_bare,
            [NoToken] = s_bare,
            [WrongToken] = s_bare,
            [ForeignToken] = s_bare,
            [GoneClient] = s_bare,
            [ClientId] = new(400, "invalid_client_metadata"),
        },
    };
}
