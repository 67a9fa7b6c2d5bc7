using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The tokens that a subject has given a client.</summary>
internal static class AuthorizationEndpoints
{
    public static Reply Update(Call call)
    {
        JsonObject client = call.ClientAt(0, out long id);
        string subject = call.Required("subject");
        IReadOnlyList<string>? scopes = call.Texts("scopes");
        IssuedToken[] tokens = [.. call.Service.Tokens.Where(t => t.ClientId == id && t.Subject == subject)];
        bool unchanged = scopes is null || (scopes.Count == 0 && call.Behavior.EmptyAuthorizationScopesIgnored);
        if (!unchanged)
        {
            // Scopes that the service lacks or the client may not ask for are dropped without a word.
            string[] kept = [.. scopes!.Distinct().Where(s => RequestableScopes.May(call.Service, client, s))];
            foreach (IssuedToken token in tokens)
                token.Scopes = kept;
        }

        return call.Result("A138001", $"Updated {tokens.Length} access token(s).");
    }

    public static Reply Delete(Call call)
    {
        call.ClientAt(0, out long id);
        string subject = Subjects.Of(call, 1);
        int count = call.Service.Tokens.RemoveAll(t => t.ClientId == id && t.Subject == subject);
        return call.Result("A137001", $"Deleted {count} access token(s).");
    }
}
