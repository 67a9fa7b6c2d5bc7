using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The error bodies: a reason up to 3.6, a problem document from 3.7, and the cases where neither is sent.</summary>
internal static class Problem
{
    private const string Type = "https://sandbox.example/errors";
    private const string ProblemJson = "application/problem+json";

    public static Reply Validation(Visit visit, IReadOnlyList<FieldError> errors) =>
        Make(visit, Status400BadRequest, "Validation failed", string.Join(", ", errors.Select(e => e.Message)), errors);

    public static Reply UnknownScope(Visit visit)
    {
        if (!visit.Traits.ProblemErrors)
            return Reply.Empty(Status400BadRequest);
        var error = new FieldError("scopes", "ErrorInvalidScope", "a scope is not in the catalogue");

        // The one problem that does not come from the error handler has the plain content type.
        return Make(visit, Status400BadRequest, "Validation failed", "", [error]) with { ContentType = "application/json" };
    }

    public static Reply Domain(Visit visit, string detail) => Make(visit, Status400BadRequest, detail, detail);

    public static Reply Denied(Visit visit) => Make(visit, Status403Forbidden, "Access denied", "access denied");

    public static Reply NotFound(Visit visit, string id)
    {
        string text = $"There is no client {id} in tenant {visit.Portal.Options.TenantId}";
        return Make(visit, Status404NotFound, text, text);
    }

    public static Reply Database(Visit visit) => visit.Traits.ProblemErrors
        ? Make(visit, Status500InternalServerError, "A storage error occurred", "")
        : Reply.Empty(Status500InternalServerError);

    public static Reply Unexpected(Visit visit) =>
        Make(visit, Status500InternalServerError, "Something went wrong", "something went wrong");

    /// <summary>Malformed JSON, a number or date that is none.</summary>
    public static Reply Unreadable(Visit visit) => visit.Traits.UnreadableStatus == Status500InternalServerError
        ? Unexpected(visit)
        : Make(visit, visit.Traits.UnreadableStatus, "The request cannot be read", "");

    public static Reply TooManyCalls(Visit visit) =>
        Make(visit, Status429TooManyRequests, "Too many requests", "too many requests");

    public static Reply Plain(Visit visit, int status)
    {
        string text = ReasonPhrases.GetReasonPhrase(status);
        return Make(visit, status, text, text);
    }

    private static Reply Make(Visit visit, int status, string detail, string reason, IReadOnlyList<FieldError>? errors = null)
    {
        if (!visit.Traits.ProblemErrors)
            return Reply.Json(status, new JsonObject { ["reason"] = reason });
        var problem = new JsonObject
        {
            ["type"] = Type,
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["detail"] = detail,

            // The path after the gateway's rewrite: the service only knows the first prefix.
            ["instance"] = visit.ServicePath,
        };
        if (errors is not null)
            problem["errors"] = new JsonArray([.. errors.Select(Entry)]);
        return Reply.Json(status, problem, ProblemJson);
    }

    private static JsonObject Entry(FieldError error) =>
        new() { ["field"] = error.Field, ["code"] = error.Code, ["message"] = error.Message };
}
