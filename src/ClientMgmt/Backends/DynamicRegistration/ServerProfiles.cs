namespace ClientMgmt.DynamicRegistration;

/// <summary>
/// The servers, a row each. All but Hydra and Mcp's later versions were asked themselves: the versions are in README.md.
/// </summary>
internal static class ServerProfiles
{
    private const string Tagged = "#";

    private static readonly Dictionary<RegistrationServer, ServerProfile> s_rows = new()
    {
        [RegistrationServer.Generic] = new ServerProfile { UnauthorizedIfDisabled = true, KeyExpires = true },

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
            Removal = PropertyRemoval.Empty,
            Removals = new Dictionary<string, PropertyRemoval>
            {
                ["request_uris"] = PropertyRemoval.None,
                ["grant_types"] = PropertyRemoval.LeaveOut,
                ["response_types"] = PropertyRemoval.LeaveOut,
                ["token_endpoint_auth_method"] = PropertyRemoval.LeaveOut,
                ["subject_type"] = PropertyRemoval.LeaveOut,
                ["sector_identifier_uri"] = PropertyRemoval.LeaveOut,
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
            SecretPlace = ("/clients-registrations/openid-connect/", "/clients-registrations/default/"),
        },

        // oidc-provider 9.13.3, all features on; without a feature, its names are dropped as well.
        [RegistrationServer.NodeOidcProvider] = new ServerProfile
        {
            Dropped =
            [
                Tagged, "software_id", "software_version", "request_uris", "signed_jwks_uri", "organization_name",
                "client_registration_types", "credential_offer_endpoint", "digest_algorithm", "spiffe_id", "spiffe_bundle_endpoint",
            ],
            CountsOnResponses = true,
        },

        // Glewlwyd 2.7.5. It echoes all that it is sent, and stores these. Booleans come back as the texts 1 and 0.
        [RegistrationServer.Glewlwyd] = new ServerProfile
        {
            Kept =
            [
                "client_name", "redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method", "jwks", "jwks_uri",
                "sector_identifier_uri", "request_object_signing_alg", "request_object_encryption_alg", "request_object_encryption_enc",
                "tls_client_auth_san_dns", "tls_client_auth_san_uri", "tls_client_auth_san_ip", "tls_client_auth_san_email",
                "backchannel_token_delivery_mode", "backchannel_client_notification_endpoint",
                "backchannel_authentication_request_signing_alg", "backchannel_logout_uri",
            ],
            Required = ["redirect_uris"],
            Removals = new Dictionary<string, PropertyRemoval> { ["client_name"] = PropertyRemoval.Empty },
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
            KeyExpires = true,
            ShowsSecret = false,
        },

        // Ory Hydra, from its source of July 2026.
        [RegistrationServer.Hydra] = new ServerProfile
        {
            Dropped = [Tagged],
            Defaults = new Dictionary<string, string> { ["scope"] = "offline_access offline openid" },
        },

        // The registration handler of @modelcontextprotocol/sdk 1.32.2.
        [RegistrationServer.Mcp] = new ServerProfile
        {
            Kept =
            [
                "client_name", "redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method", "client_uri", "logo_uri", "scope",
                "contacts", "tos_uri", "policy_uri", "jwks_uri", "jwks", "software_id", "software_version",
            ],
            Required = ["redirect_uris"],
            Missing = [ClientOperation.Get, ClientOperation.Update, ClientOperation.Delete],
        },
    };

    /// <summary>What is wrong with the settings that say what the server is.</summary>
    public static IEnumerable<(string Setting, string Problem)> Check(ProviderOptions options)
    {
        if (Words(options.Switches?.Missing)?.Any(word => word is not ("Get" or "Update" or "Delete")) == true)
        {
            yield return ($"{nameof(options.Switches)}:{nameof(options.Switches.Missing)}", "must hold some of Get, Update and Delete, separated by spaces.");
        }

        if (options.Switches is null)
        {
            yield return (nameof(options.Switches), "is null; leave it as it is to have those of Server.");
        }

        if (!Enum.IsDefined(options.Server))
        {
            yield return (nameof(options.Server), $"must be one of {string.Join(", ", Enum.GetNames<RegistrationServer>())}.");
        }
    }

    /// <summary>The row of a provider's server, with the switches that are set alone.</summary>
    /// <param name="provider">Its settings, in which <see cref="Check"/> finds nothing.</param>
    public static ServerProfile Of(ProviderOptions provider)
    {
        ServerProfile row = s_rows[provider.Server];
        RegistrationSwitchesOptions set = provider.Switches;
        return row with
        {
            Refused = Words(set.Refused) ?? row.Refused,
            Dropped = Words(set.Dropped) ?? row.Dropped,
            Kept = Words(set.Kept) ?? row.Kept,
            CountsOnResponses = set.CountsOnResponses ?? row.CountsOnResponses,
            NeverShown = Words(set.NeverShown) ?? row.NeverShown,
            Required = Words(set.Required) ?? row.Required,
            Removal = set.Removal ?? row.Removal,
            Removals = Words(set.NotRemovable) is { } kept ? row.Removals.Where(r => r.Value != PropertyRemoval.None)
                .Concat(kept.Select(name => KeyValuePair.Create(name, PropertyRemoval.None))).ToDictionary() : row.Removals,
            KeepsOmitted = set.KeepsOmitted ?? row.KeepsOmitted,
            ResetByOmission = Words(set.ResetByOmission) ?? row.ResetByOmission,
            Missing = Words(set.Missing) is { } missing ? [.. missing.Select(Enum.Parse<ClientOperation>)] : row.Missing,
            TellsScopes = set.TellsScopes ?? row.TellsScopes,
            UnauthorizedIfDisabled = set.UnauthorizedIfDisabled ?? row.UnauthorizedIfDisabled,
            KeyExpires = set.KeyExpires ?? row.KeyExpires,
            ForbidsMetadata = set.ForbidsMetadata ?? row.ForbidsMetadata,
            FailsOnValues = set.FailsOnValues ?? row.FailsOnValues,
            ShowsSecret = set.ShowsSecret ?? row.ShowsSecret,
            ReplacesSecret = set.ReplacesSecret ?? row.ReplacesSecret,
            SendsSecret = provider.SendClientSecret ?? row.SendsSecret,
            RotatesOnRead = provider.RotatesOnRead ?? row.RotatesOnRead,
        };
    }

    /// <summary>The words of a setting; null if it is not set.</summary>
    public static string[]? Words(string? setting) => setting?.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether names hold one, or all of its kind.</summary>
    public static bool Names(this IReadOnlyCollection<string> names, string name) =>
        names.Contains(name) || (name.EndsWith('#') && names.Contains(Tagged));
}
