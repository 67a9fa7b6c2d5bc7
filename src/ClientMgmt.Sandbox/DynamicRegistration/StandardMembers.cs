using static ClientMgmt.Sandbox.DynamicRegistration.MemberKind;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The members that a standard names, with their form.</summary>
internal static class StandardMembers
{
    /// <summary>What a server says about a client; no metadata.</summary>
    public static readonly string[] Reserved =
        ["client_id", "client_secret", "registration_access_token", "registration_client_uri", "client_id_issued_at", "client_secret_expires_at"];

    /// <summary>Of those, the ones that RFC 7592 forbids in PUT.</summary>
    public static readonly string[] Forbidden =
        ["registration_access_token", "registration_client_uri", "client_secret_expires_at", "client_id_issued_at"];

    private static readonly Dictionary<string, MemberKind> s_kinds = new[]
    {
        Of(Text, "client_name scope application_type software_id software_version software_statement subject_type organization_name digest_algorithm"),
        Of(Text, "token_endpoint_auth_method token_endpoint_auth_signing_alg backchannel_token_delivery_mode backchannel_authentication_request_signing_alg"),
        Of(Text, "id_token_signed_response_alg id_token_encrypted_response_alg id_token_encrypted_response_enc"),
        Of(Text, "userinfo_signed_response_alg userinfo_encrypted_response_alg userinfo_encrypted_response_enc"),
        Of(Text, "authorization_signed_response_alg authorization_encrypted_response_alg authorization_encrypted_response_enc"),
        Of(Text, "introspection_signed_response_alg introspection_encrypted_response_alg introspection_encrypted_response_enc"),
        Of(Text, "request_object_signing_alg request_object_encryption_alg request_object_encryption_enc"),
        Of(Text, "tls_client_auth_subject_dn tls_client_auth_san_dns tls_client_auth_san_uri tls_client_auth_san_ip tls_client_auth_san_email"),
        Of(WebUri, "client_uri logo_uri policy_uri tos_uri jwks_uri signed_jwks_uri sector_identifier_uri initiate_login_uri"),
        Of(WebUri, "backchannel_logout_uri frontchannel_logout_uri backchannel_client_notification_endpoint credential_offer_endpoint"),
        Of(TextList, "redirect_uris post_logout_redirect_uris grant_types response_types response_modes contacts default_acr_values request_uris"),
        Of(TextList, "authorization_details_types client_registration_types"),
        Of(Flag, "require_auth_time require_signed_request_object require_pushed_authorization_requests dpop_bound_access_tokens"),
        Of(Flag, "tls_client_certificate_bound_access_tokens backchannel_user_code_parameter use_mtls_endpoint_aliases"),
        Of(Flag, "backchannel_logout_session_required frontchannel_logout_session_required"),
        Of(Number, "default_max_age"),
        Of(MemberKind.Object, "jwks"),
    }.SelectMany(pairs => pairs).ToDictionary(pair => pair.Name, pair => pair.Kind);

    public static IEnumerable<string> Lists => s_kinds.Where(pair => pair.Value == TextList).Select(pair => pair.Key);

    /// <summary>The form of a member; null where no standard names it.</summary>
    public static MemberKind? KindOf(string name) => s_kinds.TryGetValue(name, out MemberKind kind) ? kind : null;

    private static IEnumerable<(string Name, MemberKind Kind)> Of(MemberKind kind, string names) => names.Split(' ').Select(name => (name, kind));
}
