using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using static ClientMgmt.Sandbox.RegistrationDocument;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The metadata documents.</summary>
internal static class Documents
{
    private const string WellKnown = ".well-known";
    private static readonly string[] s_lists = ["grant_types", "response_types"];

    public static RegistrationDocument? Named(Incoming incoming) => incoming.Segments switch
    {
        [Addresses.IssuerPath, WellKnown, "openid-configuration"] => AppendedOpenIdConfiguration,
        [Addresses.IssuerPath, WellKnown, "oauth-authorization-server"] => AppendedOAuthAuthorizationServer,
        [WellKnown, "openid-configuration", _] => InsertedOpenIdConfiguration,
        [WellKnown, "oauth-authorization-server", _] => InsertedOAuthAuthorizationServer,
        _ => null,
    };

    public static Reply Answer(Call call, RegistrationDocument document)
    {
        if (!call.Behavior.Documents.TryGetValue(document, out string? endpoint) || call.Incoming.Method is not ("GET" or "HEAD"))
            throw call.Refuse(RegistrationMistake.UnknownPath, "there is no such document");
        Addresses addresses = call.Addresses;
        var body = new JsonObject
        {
            ["issuer"] = addresses.Issuer,
            ["authorization_endpoint"] = addresses.Below("authorize"),
            ["token_endpoint"] = addresses.Below("token"),
            ["jwks_uri"] = addresses.Below("jwks"),
        };
        if (endpoint.Length > 0 && call.Behavior.Enabled)
            body["registration_endpoint"] = addresses.Below(endpoint);
        if (call.Behavior.ScopesInDocuments)
            body["scopes_supported"] = call.Server.Options.Scopes.Concat(call.Behavior.MoreScopesInDocuments).ToJsonArray();
        foreach (string list in s_lists.Where(call.Behavior.Words.ContainsKey))
            body[list + "_supported"] = call.Behavior.Words[list].ToJsonArray();
        if (call.Behavior.Words.TryGetValue("token_endpoint_auth_method", out IReadOnlyList<string>? methods))
            body["token_endpoint_auth_methods_supported"] = methods.ToJsonArray();
        return Reply.Json(Status200OK, body);
    }
}
