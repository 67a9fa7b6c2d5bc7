using System.Net.Mail;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>What the values of a client have to be, once it is complete.</summary>
internal static class ValueRules
{
    private static readonly string[] s_scripts = ["javascript", "data", "vbscript"];

    public static void Check(Call call, JsonObject metadata)
    {
        DynamicRegistrationBehavior behavior = call.Behavior;
        CheckFailures(call, metadata);
        CheckRedirectUris(call, metadata);
        foreach ((string name, JsonNode? value) in metadata)
        {
            if (behavior.Words.TryGetValue(name, out IReadOnlyList<string>? words) && !Texts(value).All(words.Contains))
                throw call.Refuse(RegistrationMistake.Metadata, $"{name} must be one of {string.Join(", ", words)}");
            if (behavior.UrisChecked && StandardMembers.KindOf(name) == MemberKind.WebUri && value.AsText() is { } uri
                && !(uri.Length == 0 && behavior.EmptyTextInUpdate == RegistrationEmptyValue.Stored)
                && !(behavior.OtherSchemesAllowed ? IsSafe(uri) : IsWeb(uri, behavior.HttpsOnly.Contains(name))))
            {
                throw call.Refuse(RegistrationMistake.Metadata, $"{name} must be a web uri");
            }
        }

        if (behavior.ContactsChecked && !Texts(metadata["contacts"]).All(contact => MailAddress.TryCreate(contact, out _)))
            throw call.Refuse(RegistrationMistake.Metadata, "contacts can only contain email addresses");
        if (behavior.JwksChecked && metadata["jwks"] is JsonObject jwks && jwks["keys"] is not JsonArray)
            throw call.Refuse(RegistrationMistake.Metadata, "jwks must be a JSON Web Key Set");
        if (metadata["jwks"] is not null && metadata["jwks_uri"] is not null && !behavior.BothKeySetsAllowed)
            throw call.Refuse(RegistrationMistake.Metadata, "jwks and jwks_uri must not be used at the same time");
        if (behavior.KeysRequired && metadata["token_endpoint_auth_method"].AsText() == "private_key_jwt" && metadata["jwks"] is null && metadata["jwks_uri"] is null)
            throw call.Refuse(RegistrationMistake.Metadata, "jwks or jwks_uri is mandatory for this client");
        CheckScope(call, metadata["scope"].AsText());
    }

    private static void CheckFailures(Call call, JsonObject metadata)
    {
        if (call.Behavior.FailsOnEmptyJwks && metadata["jwks"] is JsonObject { Count: 0 })
            throw call.Refuse(RegistrationMistake.Failure, "For more on this error consult the server log.");
        foreach ((string name, int longest) in call.Behavior.FailsAbove)
        {
            if (Texts(metadata[name]).Any(text => text.Length > longest))
                throw call.Refuse(RegistrationMistake.Failure, "For more on this error consult the server log.");
        }
    }

    private static void CheckRedirectUris(Call call, JsonObject metadata)
    {
        bool needed = call.Behavior.RedirectUris switch
        {
            RegistrationRedirectUris.Always => true,
            RegistrationRedirectUris.Present => metadata["redirect_uris"] is not JsonArray,
            RegistrationRedirectUris.Never => false,
            _ => metadata["response_types"] is JsonArray { Count: > 0 },
        };
        string[] uris = [.. Texts(metadata["redirect_uris"])];
        if (needed && uris.Length == 0)
            throw call.Refuse(RegistrationMistake.NoRedirectUris, "redirect_uris is mandatory property");
        bool isWeb = call.Behavior.OwnSchemesForNativeOnly && metadata["application_type"].AsText() != "native";
        if (uris.FirstOrDefault(uri => !IsRedirectUri(call.Behavior, uri) || (isWeb && !IsWeb(uri, httpsOnly: false))) is not null)
            throw call.Refuse(RegistrationMistake.RedirectUri, "redirect_uris must only contain valid uris");
    }

    private static bool IsRedirectUri(DynamicRegistrationBehavior behavior, string uri)
    {
        if (!behavior.FragmentsAllowed && uri.Contains('#', StringComparison.Ordinal))
            return false;
        if (!Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) || uri.StartsWith('/'))
            return behavior.RelativeRedirectUrisAllowed && !uri.Contains(' ', StringComparison.Ordinal);
        if (behavior.HttpForLoopbackOnly && parsed.Scheme == "http" && !parsed.IsLoopback)
            return false;
        return !s_scripts.Contains(parsed.Scheme) && (!uri.Contains(' ', StringComparison.Ordinal));
    }

    private static void CheckScope(Call call, string? scope)
    {
        bool allowed = call.Behavior.ScopeWords switch
        {
            RegistrationScopes.None => string.IsNullOrEmpty(scope),
            RegistrationScopes.Known => string.IsNullOrEmpty(scope) || scope.Split(' ').All(call.Server.Options.Scopes.Contains),
            _ => true,
        };
        if (!allowed)
            throw call.Refuse(RegistrationMistake.Scope, "scope must only contain supported scopes");
    }

    private static IEnumerable<string> Texts(JsonNode? value) => value switch
    {
        JsonArray items => items.Select(item => item.AsText()).OfType<string>(),
        _ => value.AsText() is { } text ? [text] : [],
    };

    private static bool IsSafe(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) && !s_scripts.Contains(parsed.Scheme);

    private static bool IsWeb(string uri, bool httpsOnly) =>
        Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) && (parsed.Scheme == "https" || (parsed.Scheme == "http" && !httpsOnly));
}
