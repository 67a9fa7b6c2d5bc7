using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The body of POST and PUT.</summary>
internal static class RequestBody
{
    public static JsonObject Read(Call call)
    {
        Incoming incoming = call.Incoming;
        if (incoming.Content.Length > call.Behavior.MaxBodySize)
            throw call.Refuse(RegistrationMistake.TooLarge, "failed to parse the request body");
        bool isTyped = incoming.Headers.ContentType.Count > 0;
        bool isJson = isTyped ? incoming.IsJson : call.Behavior.UntypedBody != RegistrationUntypedBody.Refused;
        if (!call.Behavior.ContentTypeIgnored && !isJson)
            throw call.Refuse(RegistrationMistake.ContentType, "only application/json content-type bodies are supported");
        if (!isTyped && call.Behavior.UntypedBody == RegistrationUntypedBody.Empty)
            return [];
        JsonNode? body;
        try
        {
            body = incoming.Body.Length == 0 ? null : JsonText.Parse(incoming.Body);
        }
        catch (JsonException)
        {
            throw call.Refuse(RegistrationMistake.NotJson, "failed to parse the request body");
        }

        return body switch
        {
            JsonObject members => members,
            null => throw call.Refuse(RegistrationMistake.EmptyBody, "the request must be a JSON object"),
            _ => throw call.Refuse(RegistrationMistake.NotAnObject, "the request must be a JSON object"),
        };
    }
}
