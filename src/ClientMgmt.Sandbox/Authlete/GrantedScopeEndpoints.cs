using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The record of what a subject has granted, which outlives the tokens.</summary>
internal static class GrantedScopeEndpoints
{
    public static Reply Get(Call call)
    {
        (long id, string subject) = Key(call);
        GrantedScopes? record = call.Service.Record(id, subject);
        AuthleteUnset style = call.Behavior.Unset;
        JsonObject answer = Call.ResultOf("A999002", "The granted scopes have been returned.");
        answer["serviceApiKey"] = call.Service.ServiceKey;
        answer["clientId"] = id;
        answer["subject"] = subject;

        // null: no record; []: a record without scopes.
        Unset.WriteValue(answer, "latestGrantedScopes", record?.Latest.ToJsonArray(), style);
        Unset.WriteValue(answer, "mergedGrantedScopes", record?.Merged.ToJsonArray(), style);
        Unset.Write(answer, new Property("modifiedAt", PropertyKind.LongInteger), record?.ModifiedAt, style);
        return Reply.Json(200, answer);
    }

    public static Reply Delete(Call call)
    {
        (long id, string subject) = Key(call);
        if (call.Service.Record(id, subject) is { } record)
            call.Service.Granted.Remove(record);
        return call.Result("A999003", "The granted scopes have been deleted.");
    }

    private static (long Id, string Subject) Key(Call call)
    {
        if (!call.Behavior.GrantedScopesSupported)
            throw new Refusal(Errors.GrantedScopesNotSupported(call.Behavior));
        call.ClientAt(0, out long id);
        return (id, Subjects.Of(call, 1));
    }
}
