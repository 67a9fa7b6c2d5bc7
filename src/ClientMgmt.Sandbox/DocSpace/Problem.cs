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

    /// <summary>Field errors. Their order is another one each time; a reason does not even name the fields.</summary>
    public static Reply Validation(Visit visit, IReadOnlyList<FieldError> errors)
    {
        int turn = visit.Portal.Turn() % errors.Count;
        FieldError[] turned = [.. errors.Skip(turn), .. errors.Take(turn)];
        return Make(visit, Status400BadRequest, "Validation failed", string.Join(", ", turned.Select(e => e.Message)), turned);
    }

    public static Reply UnknownScope(Visit visit, IEnumerable<string?> unknown)
    {
        var error = new FieldError("scopes", "ErrorInvalidScope", $"not in the catalogue: {string.Join(", ", unknown)}");
        if (!visit.Traits.ProblemErrors)
            return Reply.Empty(Status400BadRequest, $"scopes: {error.Message}");
        return Make(visit, Status400BadRequest, "Validation failed", "", [error]) with { ContentType = visit.Traits.ScopeErrorType };
    }

    public static Reply WrongUrls(Visit visit, IReadOnlyList<string> properties)
    {
        string Texts(string prefix) => string.Join(", ", properties.Select(p => $"{prefix}{p}: has to be a valid url"));
        return Make(visit, Status400BadRequest, Texts(""), Texts("createClient.command."));
    }

    public static Reply Domain(Visit visit, string detail) => Make(visit, Status400BadRequest, detail, detail);

    public static Reply Denied(Visit visit) => Make(visit, Status403Forbidden, "Access denied", "access denied");

    /// <summary>A parameter that has to be there is not.</summary>
    public static Reply Missing(Visit visit, string parameter, string javaType) =>
        Domain(visit, $"The request parameter '{parameter}' of the type {javaType} is missing");

    public static Reply NotFound(Visit visit, string id)
    {
        string text = $"Client with {visit.Operation.IdWord} {id} {visit.Scope}was not found";
        return Make(visit, Status404NotFound, text, text);
    }

    /// <summary>No operation has such a path; only older servers say so.</summary>
    public static Reply NoSuchPath(Visit visit) => new(
        Status404NotFound,
        visit.Write(Document(visit, Status404NotFound, $"No static resource {visit.Incoming.Path.TrimStart('/')}.", "about:blank")),
        ProblemJson);

    public static Reply Database(Visit visit) => visit.Traits.ProblemErrors
        ? Make(visit, Status500InternalServerError, "A database error occurred", "")
        : Reply.Empty(Status500InternalServerError, "The store refuses the values.");

    /// <summary>Malformed JSON, a number or date that is none, and whatever else nobody thought of.</summary>
    public static Reply Unexpected(Visit visit) =>
        Make(visit, Status500InternalServerError, "Something went wrong", "something went wrong");

    public static Reply Unavailable(Visit visit) =>
        Make(visit, Status503ServiceUnavailable, "Service unavailable", "service unavailable");

    public static Reply TooManyCalls(Visit visit) =>
        Make(visit, Status429TooManyRequests, "Too many requests. Please try again later.", "too many requests");

    public static Reply LostRace(Visit visit, string id) =>
        Domain(visit, $"Could not update client {id} due to concurrent access");

    public static Reply Plain(Visit visit, int status)
    {
        string text = ReasonPhrases.GetReasonPhrase(status);
        return Make(visit, status, text, text);
    }

    /// <summary>What older servers answer to a method or content type that no operation of the path takes.</summary>
    public static Reply Reason(Visit visit, int status, string reason) => Make(visit, status, reason, reason);

    private static Reply Make(Visit visit, int status, string detail, string reason, IReadOnlyList<FieldError>? errors = null)
    {
        if (!visit.Traits.ProblemErrors)
            return new(status, visit.Write(new JsonObject { ["reason"] = reason }), "application/json");
        JsonObject problem = Document(visit, status, detail, Type);
        if (errors is not null)
            problem["errors"] = new JsonArray([.. errors.Select(Entry)]);
        return new(status, visit.Write(problem), ProblemJson);
    }

    private static JsonObject Document(Visit visit, int status, string detail, string type) => new()
    {
        ["detail"] = detail,
        ["instance"] = visit.Incoming.Path,
        ["status"] = status,
        ["title"] = ReasonPhrases.GetReasonPhrase(status),
        ["type"] = type,
    };

    private static JsonObject Entry(FieldError error) =>
        new() { ["field"] = error.Field, ["code"] = error.Code, ["message"] = error.Message };
}
