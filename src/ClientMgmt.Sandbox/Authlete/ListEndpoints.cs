using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The two lists: the clients of the service, and those that a subject has tokens for.</summary>
internal static class ListEndpoints
{
    private const int DefaultEnd = 5;

    public static Reply Clients(Call call)
    {
        JsonObject answer = Page(
            call,
            call.Service.Clients.Select(c => c.Value),
            limited: call.Service.IsV3 && call.Behavior.LimitedList);

        // Only v2 echoes the filter here; the authorized list echoes it on both.
        if (call.Service.IsV3)
            answer.Remove("developer");
        return Reply.Json(200, answer);
    }

    public static Reply Authorized(Call call)
    {
        string subject = Subjects.Of(call, 0);
        var ids = call.Service.Tokens.Where(t => t.Subject == subject).Select(t => t.ClientId).ToHashSet();
        JsonObject answer = Page(
            call,
            call.Service.Clients.Where(c => ids.Contains(c.Key)).Select(c => c.Value),
            limited: call.Service.IsV3);
        answer["subject"] = subject;
        return Reply.Json(200, answer);
    }

    private static JsonObject Page(Call call, IEnumerable<JsonObject> clients, bool limited)
    {
        int start = call.Number("start", 0);
        int end = call.Number("end", DefaultEnd);
        string? developer = call.Text("developer");
        JsonObject[] all = [.. clients.Where(c => developer is null || c["developer"].AsText() == developer)];
        int size = Math.Min(end - start, call.Behavior.MaxPageSize ?? int.MaxValue);
        var answer = new JsonObject();
        Unset.WriteValue(answer, "developer", developer, call.Behavior.Unset);
        answer["start"] = start;
        answer["end"] = end;
        answer["totalCount"] = all.Length;

        // An empty window has no list at all; a window past the end has an empty one.
        JsonArray? page = size <= 0 ? null : new JsonArray([.. all.Skip(start).Take(size).Select(c => View(c, limited))]);
        Unset.WriteValue(answer, "clients", page, call.Behavior.Unset);
        return answer;
    }

    private static JsonObject View(JsonObject client, bool limited) => limited
        ? new JsonObject(client.Where(p => ClientProperties.Limited.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())))
        : (JsonObject)client.DeepClone();
}
