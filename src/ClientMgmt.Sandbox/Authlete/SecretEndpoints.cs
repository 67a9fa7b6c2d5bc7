using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>Rotating a secret, by GET, and setting one.</summary>
internal static class SecretEndpoints
{
    public static Reply Rotate(Call call) =>
        Replace(call, Generated.Secret(), "A148001", "The client secret has been refreshed.");

    public static Reply Set(Call call)
    {
        string? secret = call.Text("clientSecret");
        if (!ValueRules.IsSecret(secret))
            throw new Refusal(Errors.Secret(call.Behavior));
        return Replace(call, secret!, "A149001", "The client secret has been updated.");
    }

    private static Reply Replace(Call call, string secret, string code, string message)
    {
        JsonObject client = call.ClientAt(0, out _, alias: true);
        JsonObject answer = Call.ResultOf(code, message);
        answer["newClientSecret"] = secret;
        answer["oldClientSecret"] = client["clientSecret"]?.DeepClone();
        client["clientSecret"] = secret;
        return call.Success(200, answer);
    }
}
