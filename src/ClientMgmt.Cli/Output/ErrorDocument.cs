using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Output;

/// <summary>An error for programs: what kind it is, what it says, and what is known of it. It holds no secrets.</summary>
internal static class ErrorDocument
{
    private const string Suffix = "Exception";

    /// <param name="message">What people are told.</param>
    /// <param name="error">The error; null where the command itself found it.</param>
    /// <param name="details">What else is known.</param>
    public static JsonObject Of(string message, Exception? error, JsonObject? details = null)
    {
        var document = new JsonObject { ["error"] = error is null ? "failed" : JsonNamingPolicy.SnakeCaseLower.ConvertName(NameOf(error.GetType())), ["message"] = PlainText.OneLine(message) };
        foreach ((string name, JsonNode? value) in Facts((error as ClientManagementException)?.Error).Concat(details ?? []))
        {
            if (value is not null)
            {
                document[name] = value.DeepClone();
            }
        }

        return document;
    }

    /// <summary>The same of what is no error.</summary>
    public static JsonObject OfWarning(string message, JsonObject details)
    {
        var document = new JsonObject { ["warning"] = details["error"]?.DeepClone(), ["message"] = PlainText.OneLine(message) };
        foreach ((string name, JsonNode? value) in details.Where(d => d.Key != "error" && d.Value is not null))
        {
            document[name] = value!.DeepClone();
        }

        return document;
    }

    /// <summary>Why one of several was not done; null if it was.</summary>
    public static JsonObject? Reason(Exception? error) => error is null ? null : Of(error.Message, error);

    /// <summary>Says what kind of error it is where no exception does.</summary>
    public static JsonObject OfKind(string kind) => new() { ["error"] = kind };

    public static JsonObject Of(ManifestProblem problem) => Add(OfKind("manifest"), problem);

    /// <summary>The same as one of several.</summary>
    public static JsonObject Entry(ManifestProblem problem) => Add(new JsonObject { ["message"] = problem.Message }, problem);

    private static JsonObject Add(JsonObject document, ManifestProblem problem)
    {
        document["client"] = problem.Client;
        document["property"] = problem.Property;
        document["file"] = problem.Location?.File;
        document["line"] = problem.Location?.Line;
        document["column"] = problem.Location?.Column;
        return document;
    }

    private static string NameOf(Type type) => type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name;

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Facts(ClientManagementError? error) => error is null ? [] : new JsonObject
    {
        ["provider"] = error.Provider,
        ["operation"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(error.Operation.ToString()),
        ["client_id"] = error.ClientId,
        ["reason"] = error.Summary,
        ["http_status"] = (int?)error.StatusCode,
        ["vendor_code"] = error.VendorCode,
        ["vendor_message"] = error.VendorMessage,
        ["field_errors"] = error.FieldErrors.Count == 0 ? null : new JsonArray(
        [
            .. error.FieldErrors.Select(f => (JsonNode)new JsonObject { ["name"] = f.Name, ["message"] = f.Message, ["code"] = f.Code }),
        ]),
        ["request_id"] = error.RequestId,
        ["retry_after"] = error.RetryAfter?.TotalSeconds,
        ["attempts"] = error.Attempts,
    };
}
