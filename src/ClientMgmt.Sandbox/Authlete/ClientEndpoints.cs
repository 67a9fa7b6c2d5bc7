using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Create, get, update, delete, and the lock.</summary>
internal static class ClientEndpoints
{
    public static Reply Create(Call call)
    {
        ServiceState service = call.Service;
        if (service.Behavior.ClientLimit is { } limit && service.Count >= limit)
            throw new Refusal(Errors.ClientLimit(service.Behavior));
        JsonObject sent = Sent(call);
        if (!service.IsV3 && service.Behavior.DeveloperRequired && sent["developer"].AsText() is null or "")
            throw new Refusal(Errors.DeveloperMissing(service.Behavior));
        JsonObject client = service.Find(Add(service, sent))!;
        return call.Success(call.Behavior.CreateStatus ?? 201, client);
    }

    public static long Add(ServiceState service, JsonObject sent)
    {
        long id = NewId(service, sent);
        JsonObject client = new ClientWriter(service, id).Create(sent, Initial(service, id, sent));
        if (service.Behavior.FutureProperties)
            FutureProperties.Add(client, service.Options.Version);
        service.Put(id, client);
        return id;
    }

    public static Reply Get(Call call) => Reply.Json(200, call.ClientAt(0, out _));

    public static Reply Update(Call call)
    {
        JsonObject sent = Sent(call);
        JsonObject stored = call.ClientAt(0, out long id);
        JsonObject client = new ClientWriter(call.Service, id).Update(sent, stored);
        client["modifiedAt"] = call.Service.Now;
        call.Service.Put(id, client);
        return call.Success(200, client);
    }

    public static Reply Delete(Call call)
    {
        call.ClientAt(0, out long id);
        call.Service.Remove(id);
        return Reply.Empty(204);
    }

    // The request says clientLocked, the client says locked.
    public static Reply SetLock(Call call)
    {
        bool? locked = call.Incoming.IsForm && bool.TryParse(call.Text("clientLocked"), out bool parsed)
            ? parsed
            : call.Body["clientLocked"].AsFlag();
        if (locked is null)
            throw new Refusal(Errors.Parameter(call.Behavior, "clientLocked"));
        JsonObject client = call.ClientAt(0, out _, alias: true);
        client["locked"] = locked.Value;
        return call.Result("A999001", "The lock flag of the client has been updated.");
    }

    private static JsonObject Sent(Call call)
    {
        if (call.Incoming.Body.Length == 0 && !call.Behavior.EmptyRequestBodyAccepted)
            throw new Refusal(Errors.Malformed(call.Behavior));
        return call.Incoming.IsForm ? FormBody.ToClient(call.Body, call.Service.Options.Version) : call.Body;
    }

    private static long NewId(ServiceState service, JsonObject sent) =>
        service.Behavior.ClientIdHonoured
        && long.TryParse(sent["clientId"]?.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out long asked)
        && service.Find(asked) is null
            ? asked
            : Generated.ClientId(service);

    private static JsonObject Initial(ServiceState service, long id, JsonObject sent)
    {
        long now = service.Now;
        string? secret = service.Behavior.ClientSecretHonoured ? sent["clientSecret"].AsText() : null;
        if (secret is not null && !ValueRules.IsSecret(secret))
            throw new Refusal(Errors.Secret(service.Behavior));
        var initial = new JsonObject
        {
            ["number"] = service.NextNumber(),
            ["serviceNumber"] = service.ServiceNumber,
            ["clientId"] = id,
            ["clientSecret"] = secret ?? Generated.Secret(),
            ["createdAt"] = now,
            ["modifiedAt"] = now,
        };
        if (service.IsV3)
            initial["clientSource"] = "STATIC_REGISTRATION";
        if (service.Behavior.LockedHonoured && !service.IsV3 && sent["locked"].AsFlag() is { } locked)
            initial["locked"] = locked;
        return initial;
    }
}
