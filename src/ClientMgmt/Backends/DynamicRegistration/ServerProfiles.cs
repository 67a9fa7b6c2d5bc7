namespace ClientMgmt.DynamicRegistration;

/// <summary>
/// The servers, a row each. All but Hydra and Mcp's later versions were asked themselves: the versions are in README.md.
/// </summary>
internal static class ServerProfiles
{
    private const string Tagged = "#";

    private static readonly Dictionary<RegistrationServer, ServerProfile> s_rows = new()
    {
        [RegistrationServer.Generic] = new ServerProfile(),

        // Keycloak 26.7.3, default features.
        [RegistrationServer.Keycloak] = new ServerProfile
        {
            Refused =
            [
                Tagged, "tls_client_auth_san_dns", "tls_client_auth_san_uri", "tls_client_auth_san_ip", "tls_client_auth_san_email",
                "backchannel_user_code_parameter", "require_signed_request_object", "authorization_details_types", "response_modes",
                "signed_jwks_uri", "organization_name", "client_registration_types", "credential_offer_endpoint", "digest_algorithm",
                "use_mtls_endpoint_aliases", "spiffe_id", "spiffe_bundle_endpoint",
            ],
            Dropped =
            [
                "contacts", "application_type", "default_max_age", "require_auth_time", "initiate_login_uri", "software_id",
                "software_version", "request_object_encryption_alg", "request_object_encryption_enc",
            ],
            NeverShown = ["logo_uri", "policy_uri", "tos_uri", "backchannel_logout_session_required"],
            Removal = Removal.Empty,
            Removals = new Dictionary<string, Removal>
            {
                ["request_uris"] = Removal.None,
                ["grant_types"] = Removal.LeaveOut,
                ["response_types"] = Removal.LeaveOut,
                ["token_endpoint_auth_method"] = Removal.LeaveOut,
                ["subject_type"] = Removal.LeaveOut,
                ["sector_identifier_uri"] = Removal.LeaveOut,
            },
            KeepsOmitted = true,
            ResetByOmission =
            [
                "token_endpoint_auth_method", "grant_types", "response_types", "subject_type", "sector_identifier_uri",
                "frontchannel_logout_uri", "frontchannel_logout_session_required", "backchannel_logout_revoke_offline_tokens",
            ],
            Defaults = new Dictionary<string, string> { ["backchannel_logout_session_required"] = "true" },
            Misnamed = new Dictionary<string, string>
            {
                ["backchannel_logout_session_required"] = "backchannel_logout_revoke_offline_tokens",
            },
            UnauthorizedIfDisabled = true,
            ForbidsMetadata = true,
            FailsOnValues = true,
        },

        // oidc-provider 9.13.3, all features on; without a feature, its names are dropped as well.
        [RegistrationServer.NodeOidcProvider] = new ServerProfile
        {
            Dropped =
            [
                Tagged, "software_id", "software_version", "request_uris", "signed_jwks_uri", "organization_name",
                "client_registration_types", "credential_offer_endpoint", "digest_algorithm", "response_modes",
                "use_mtls_endpoint_aliases", "spiffe_id", "spiffe_bundle_endpoint",
            ],
        },

        // Glewlwyd 2.7.5. It echoes all that it is sent, and shows seven members.
        [RegistrationServer.Glewlwyd] = new ServerProfile
        {
            Required = ["redirect_uris"],
            ReplacesSecret = true,
        },

        // Spring Authorization Server 7.1.2 with its strict validators, at either of its endpoints.
        [RegistrationServer.SpringAuthorizationServer] = new ServerProfile
        {
            Refused = ["scope"],
            Kept =
            [
                "client_name", "redirect_uris", "post_logout_redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method",
                "token_endpoint_auth_signing_alg", "jwks_uri",
            ],
            Missing = [ClientOperation.Update, ClientOperation.Delete],
            TellsScopes = false,
            TokenExpires = true,
            ShowsSecret = false,
        },

        // Ory Hydra, from its source of July 2026.
        [RegistrationServer.Hydra] = new ServerProfile(),

        // The registration handler of @modelcontextprotocol/sdk 1.32.2.
        [RegistrationServer.Mcp] = new ServerProfile
        {
            Missing = [ClientOperation.Get, ClientOperation.Update, ClientOperation.Delete],
        },
    };

    /// <summary>The row of a provider's server, with the switches that are set alone.</summary>
    public static ServerProfile Of(ProviderOptions provider) => s_rows[provider.Server] is var row
        ? row with
        {
            SendsSecret = provider.SendClientSecret ?? row.SendsSecret,
            RotatesOnRead = provider.RotatesOnRead ?? row.RotatesOnRead,
        }
        : row;

    /// <summary>Whether names hold one, or all of its kind.</summary>
    public static bool Names(this IReadOnlyCollection<string> names, string name) =>
        names.Contains(name) || (name.EndsWith('#') && names.Contains(Tagged));
}
