using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.WebUtilities;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>
/// The errors of the dialect. The vendor publishes no code for most of them: those that begin with A999 are the
/// sandbox's own, with the digit for "whose fault" where the vendor has it.
/// </summary>
internal static class Errors
{
    private static readonly AuthleteBehavior s_anyService = new();

    public static Reply MissingCredentials(AuthleteBehavior behavior) =>
        Make(behavior, Status401Unauthorized, "A001202", "The Authorization header is missing.");

    public static Reply WrongCredentials(AuthleteBehavior behavior) =>
        Make(behavior, Status401Unauthorized, "A999201", "The service credentials are wrong.");

    public static Reply InvalidToken(AuthleteBehavior behavior) =>
        Make(behavior, behavior.InvalidTokenStatus, "A458101", "The access token is not valid for this service.");

    public static Reply UnknownService(AuthleteBehavior behavior) =>
        Make(behavior, Status403Forbidden, "A458203", "The service does not exist on this server.");

    public static Reply NoRight(AuthleteBehavior behavior) =>
        Make(behavior, Status403Forbidden, "A999202", "The access token may not change clients.");

    public static Reply UnknownClient(AuthleteBehavior behavior) =>
        Make(behavior, behavior.UnknownClientStatus, "A999203", "The client does not exist.");

    public static Reply Malformed(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A999204", "The request body cannot be parsed.");

    public static Reply Parameter(AuthleteBehavior behavior, string name) =>
        Make(behavior, Status400BadRequest, "A999205", $"The parameter '{name}' is missing or has a wrong value.");

    public static Reply Property(AuthleteBehavior behavior, string name) =>
        Make(behavior, Status400BadRequest, "A999206", $"The client property '{name}' has a wrong value.");

    public static Reply Secret(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A999207", "A client secret has 1 to 86 characters of A-Z, a-z, 0-9, '-' and '_'.");

    public static Reply AliasTaken(AuthleteBehavior behavior) => Make(
        behavior,
        behavior.DuplicateAlias == AuthleteDuplicateAlias.Conflict ? Status409Conflict : Status400BadRequest,
        "A999208",
        "The client ID alias is in use.");

    public static Reply ClientLimit(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A999209", "The service has reached its number of clients.");

    public static Reply GrantedScopesNotSupported(AuthleteBehavior behavior) =>
        Make(behavior, Status403Forbidden, "A999210", "Granted scopes are not recorded on this server.");

    public static Reply Path(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A999211", "The path is not accepted.");

    public static Reply MediaType(AuthleteBehavior behavior) =>
        Make(behavior, Status415UnsupportedMediaType, "A999212", "The content type is not accepted.");

    public static Reply Method(AuthleteBehavior behavior) =>
        Make(behavior, Status405MethodNotAllowed, "A999213", "The method is not accepted.");

    /// <summary>An error that a fault asks for. It has a body whatever the service does otherwise.</summary>
    public static Reply Fault(int status)
    {
        string code = status >= Status500InternalServerError ? "A999101" : "A999214";
        string reason = ReasonPhrases.GetReasonPhrase(status);
        return Make(s_anyService, status, code, reason.Length > 0 ? reason : "Unknown");
    }

    private static Reply Make(AuthleteBehavior behavior, int status, string code, string message) => behavior.ErrorBody switch
    {
        AuthleteErrorBody.Empty => Reply.Empty(status),
        AuthleteErrorBody.Html => new Reply(status, $"<html><body><h1>{status}</h1></body></html>", "text/html; charset=utf-8"),
        _ => Reply.Json(status, new JsonObject { ["resultCode"] = code, ["resultMessage"] = $"[{code}] {message}" }),
    };
}
