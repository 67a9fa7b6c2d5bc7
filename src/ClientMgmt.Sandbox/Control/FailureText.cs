using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ClientMgmt.Sandbox.Control;

/// <summary>Says in a line why a request failed.</summary>
internal static class FailureText
{
    private const int Longest = 300;

    // The members in which the dialects say what is wrong, the most telling ones first.
    private static readonly string[] s_told = ["resultMessage", "error_description", "reason", "detail", "title", "message", "error"];

    public static string? Of(SandboxRequest request)
    {
        if (request.Fault is { } fault && (request.Status is 0 or >= 400 || fault.Send != SandboxPart.Full || fault.Then != SandboxEnding.Normal))
            return $"A fault hit it: {FaultSummary.What(fault)}.";
        if (request.Status is > 0 and < 400)
            return null;
        return request.Reason ?? Told(request.ResponseBody) ?? Unexplained(request.Status);
    }

    private static string Unexplained(int status) => status == 0 ? "The client left before it was answered." : ReasonPhrases.GetReasonPhrase(status) + ".";

    private static string? Told(string body)
    {
        if (body.Length == 0)
            return null;
        try
        {
            return JsonText.Parse(body) is JsonObject json ? Told(json) : Short(body);
        }
        catch (JsonException)
        {
            return Short(body);
        }
    }

    private static string? Told(JsonObject body)
    {
        if (body["errors"] is JsonArray { Count: > 0 } errors)
            return Short(string.Join("; ", errors.OfType<JsonObject>().Select(e => $"{e["field"].AsText()}: {e["message"].AsText() ?? e["reason"].AsText()}")));
        string? text = s_told.Select(name => body[name].AsText()).FirstOrDefault(text => !string.IsNullOrEmpty(text));
        return Short(text ?? (body["error"] as JsonObject)?["message"].AsText() ?? body.ToJsonString());
    }

    private static string Short(string text) => text.Length > Longest ? text[..Longest] + "…" : text;
}
