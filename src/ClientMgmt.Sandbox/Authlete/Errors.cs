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

    public static Reply NoRight(AuthleteBehavior behavior, ServiceState service, string right) => Make(
        behavior,
        Status403Forbidden,
        "A457101",
        $"The access token does not have the right [{right}] on the service {service.Options.ServiceId}.");

    public static Reply UnknownClient(AuthleteBehavior behavior) =>
        Make(behavior, behavior.UnknownClientStatus, "A001212", "The client does not exist.");

    /// <summary>v2: no status is known; 400 is made up.</summary>
    public static Reply NoClientNumber(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A001216", "The client ID is not a number.");

    /// <summary>v2: no status is known; 400 is made up.</summary>
    public static Reply DeveloperMissing(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A031202", "The developer is missing.");

    /// <summary>No status is known; 400 is made up.</summary>
    public static Reply CertificateSubjects(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A032216", "At most one of the subjects of the client certificate can be set.");

    public static Reply Failed(AuthleteBehavior behavior) =>
        Make(behavior, Status500InternalServerError, "A001101", "The server failed.");

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

    public static Reply Locked(AuthleteBehavior behavior) =>
        Make(behavior, Status403Forbidden, "A001215", "The client is locked.");

    public static Reply ClientLimit(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A123602", "The service has reached its number of clients.");

    public static Reply GrantedScopesNotSupported(AuthleteBehavior behavior) =>
        Make(behavior, Status403Forbidden, "A999210", "Granted scopes are not recorded on this server.");

    public static Reply Path(AuthleteBehavior behavior) =>
        Make(behavior, Status400BadRequest, "A999211", "The path is not accepted.");

    public static Reply MediaType(AuthleteBehavior behavior) =>
        Make(behavior, Status415UnsupportedMediaType, "A999212", "The content type is not accepted.");

    public static Reply Method(AuthleteBehavior behavior) =>
        Make(behavior, Status405MethodNotAllowed, "A999213", "The method is not accepted.");

    /// <summary>Adds the API to the text of an error: its path without ids, the service and the <c>/api</c> before them.</summary>
    public static Reply At(Reply reply, string[] path)
    {
        if (reply.Status < Status400BadRequest || !JsonText.TryParse(reply.Body, out JsonObject? body) || body["resultMessage"].AsText() is not { } text)
            return reply;
        string api = string.Join('/', path.Where(part => part.All(c => char.IsAsciiLetterLower(c) || c == '_')));
        int end = text.IndexOf("] ", StringComparison.Ordinal);
        body["resultMessage"] = $"{text[..end]}] /client/{api}, {text[(end + 2)..]}";
        return reply with { Body = JsonText.Write(body) };
    }

    /// <summary>An error that a fault asks for. It has a body whatever the service does otherwise.</summary>
    public static Reply Fault(int status)
    {
        string code = status >= Status500InternalServerError ? "A999101"
            : status == Status429TooManyRequests ? "A001311"
            : "A999214";
        string reason = ReasonPhrases.GetReasonPhrase(status);
        return Make(s_anyService, status, code, reason.Length > 0 ? reason : "Unknown");
    }

    private static Reply Make(AuthleteBehavior behavior, int status, string code, string message) => behavior.ErrorBody switch
    {
        AuthleteErrorBody.Empty => Reply.Empty(status, $"[{code}] {message}"),
        AuthleteErrorBody.Html => new Reply(status, $"<html><body><h1>{status}</h1></body></html>", "text/html; charset=utf-8") { Reason = $"[{code}] {message}" },
        _ => Reply.Json(status, new JsonObject { ["resultCode"] = code, ["resultMessage"] = $"[{code}] {message}" }),
    };
}
