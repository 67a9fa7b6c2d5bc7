using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The scopes that a client may ask for. They live in its extension.</summary>
internal static class RequestableScopes
{
    private const string Flag = "requestableScopesEnabled";
    private const string List = "requestableScopes";

    public static Reply Get(Call call)
    {
        JsonObject client = call.ClientAt(0, out _);
        return Reply.Json(200, Answer(call, Effective(client)));
    }

    public static Reply Set(Call call)
    {
        JsonObject client = call.ClientAt(0, out _);
        if (call.Incoming.Body.Length == 0)
            throw new Refusal(Errors.Malformed(call.Behavior));
        string[]? scopes = call.Texts(List) is { } sent
            ? [.. sent.Distinct().Where(s => call.Service.Options.Scopes.Contains(s))]
            : null;

        // The known issue is in the parsing of the request: only a list that was sent empty is mistaken for none.
        if (scopes is { Length: 0 } && call.Texts(List) is { Count: 0 } && call.Behavior.EmptyRequestableScopesBecomeNull)
            scopes = null;
        Store(call, client, scopes);
        return call.Success(200, Answer(call, scopes));
    }

    public static Reply Clear(Call call)
    {
        Store(call, call.ClientAt(0, out _), null);
        return Reply.Empty(204);
    }

    public static bool May(ServiceState service, JsonObject client, string scope) =>
        service.Options.Scopes.Contains(scope) && Effective(client)?.Contains(scope) != false;

    private static string[]? Effective(JsonObject client) =>
        client["extension"] is JsonObject extension && extension[Flag].AsFlag() == true && extension[List] is JsonArray list
            ? [.. list.Select(item => item.AsText()).OfType<string>()]
            : null;

    private static JsonObject Answer(Call call, string[]? scopes)
    {
        var answer = new JsonObject();
        Unset.WriteValue(answer, List, scopes?.ToJsonArray(), call.Behavior.Unset);
        return answer;
    }

    private static void Store(Call call, JsonObject client, string[]? scopes)
    {
        AuthleteUnset style = call.Behavior.Unset;
        if (client["extension"] is not JsonObject extension)
        {
            extension = [];
            foreach (Property property in ClientProperties.Extension(call.Service.Options.Version))
                Unset.Write(extension, property, null, style);
            client["extension"] = extension;
        }

        Unset.WriteValue(extension, List, scopes?.ToJsonArray(), style);
        extension[Flag] = scopes is not null;
    }
}
