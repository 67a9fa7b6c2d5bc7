using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>Makes of what was sent what is stored: the server's defaults, and what follows from another member.</summary>
internal static class Defaults
{
    private static readonly (string ResponseType, string Grant)[] s_grants =
        [("code", "authorization_code"), ("token", "implicit"), ("id_token", "implicit")];

    public static void Fill(Call call, JsonObject metadata)
    {
        DynamicRegistrationBehavior behavior = call.Behavior;
        foreach ((string name, string json) in behavior.Defaults.Where(pair => !metadata.ContainsKey(pair.Key)))
            metadata[name] = JsonText.Parse(json);
        if (behavior.UnknownMethodReplaced && !IsKnownMethod(behavior, metadata["token_endpoint_auth_method"].AsText())
            && behavior.Defaults.TryGetValue("token_endpoint_auth_method", out string? method))
        {
            metadata["token_endpoint_auth_method"] = JsonText.Parse(method);
        }

        if (behavior.CertificateNeedsMethod && metadata["token_endpoint_auth_method"].AsText() != "tls_client_auth")
            Remove(metadata, name => name.StartsWith("tls_client_auth_", StringComparison.Ordinal));
        if (behavior.DefaultEncoding is { } encoding)
            Encode(metadata, encoding);
        if (behavior.DuplicatesDropped)
            DropDuplicates(metadata);
        if (behavior.GrantsFollowResponseTypes)
            FollowResponseTypes(metadata);
        if (behavior.ScopeWords == RegistrationScopes.KnownOnly && metadata["scope"].AsText() is { } scope)
            metadata["scope"] = string.Join(' ', scope.Split(' ').Where(call.Server.Options.Scopes.Contains));
    }

    private static void Remove(JsonObject metadata, Func<string, bool> fits)
    {
        foreach (string name in metadata.Select(member => member.Key).Where(fits).ToArray())
            metadata.Remove(name);
    }

    private static void Encode(JsonObject metadata, string encoding)
    {
        foreach (string name in metadata.Select(member => member.Key).Where(name => name.EndsWith("_encrypted_response_alg", StringComparison.Ordinal)).ToArray())
            metadata.TryAdd(name[..^"alg".Length] + "enc", encoding);
    }

    private static void DropDuplicates(JsonObject metadata)
    {
        foreach ((string name, JsonNode? value) in metadata.Where(member => StandardMembers.KindOf(member.Key) == MemberKind.TextList).ToArray())
        {
            if (value is JsonArray items && items.All(item => item.AsText() is not null))
                metadata[name] = items.Select(item => item.AsText()!).Distinct().ToJsonArray();
        }
    }

    private static bool IsKnownMethod(DynamicRegistrationBehavior behavior, string? method) =>
        !behavior.Words.TryGetValue("token_endpoint_auth_method", out IReadOnlyList<string>? methods) || (method is not null && methods.Contains(method));

    private static void FollowResponseTypes(JsonObject metadata)
    {
        if (metadata["response_types"] is not JsonArray sent)
            return;
        string[] types = [.. sent.Select(type => string.Join(' ', (type.AsText() ?? "").Split(' ').Order(StringComparer.Ordinal)))];
        string[] words = [.. types.SelectMany(type => type.Split(' '))];
        string[] implied = [.. s_grants.Where(pair => words.Contains(pair.ResponseType)).Select(pair => pair.Grant)];
        string[] others = [.. s_grants.Select(pair => pair.Grant).Except(implied)];
        IEnumerable<string> grants = (metadata["grant_types"] as JsonArray ?? []).Select(grant => grant.AsText()).OfType<string>();
        metadata["response_types"] = types.Distinct().ToJsonArray();
        metadata["grant_types"] = grants.Union(implied).Except(others).ToJsonArray();
    }
}
