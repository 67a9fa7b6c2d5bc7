using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>
/// What is answered when no operation takes a path, method, content type or Accept header. From 3.7 on all of it is an
/// empty 403 of which only the headers tell the reason.
/// </summary>
internal static class Unmatched
{
    private const string Json = "application/json";

    public static Reply Path(Visit visit) =>
        visit.Traits.ProblemErrors ? Session.Refuse(visit.Incoming, "No operation has this path.") : Problem.NoSuchPath(visit);

    public static Reply Method(Visit visit, IReadOnlyList<string> methods)
    {
        if (visit.Incoming.Method == HttpMethods.Options)
            return Options(methods);
        if (!visit.Traits.ProblemErrors)
            return Problem.Reason(visit, Status405MethodNotAllowed, $"Request method '{visit.Incoming.Method}' is not supported");
        Reply reply = Session.Refuse(visit.Incoming, $"This path has no {visit.Incoming.Method}.");
        reply.Headers["Allow"] = string.Join(", ", methods);
        return reply;
    }

    public static Reply ContentType(Visit visit)
    {
        string type = visit.Incoming.Headers.ContentType.ToString();
        string named = type.Length == 0 ? "Content-Type" : $"Content-Type '{type}'";
        if (!visit.Traits.ProblemErrors)
            return Problem.Reason(visit, Status415UnsupportedMediaType, $"{named} is not supported");
        Reply reply = Session.Refuse(visit.Incoming, $"{named} is not {Json}.");
        reply.Headers["Accept"] = Json;
        if (visit.Incoming.Method == HttpMethods.Patch)
            reply.Headers["Accept-Patch"] = Json;
        return reply;
    }

    /// <summary>Older servers stumble over a header that they cannot read, and over one that only their errors would fit.</summary>
    public static Reply Accept(Visit visit)
    {
        if (!visit.Traits.ProblemErrors && !visit.Acceptance.Readable)
            return Reply.Empty(Status500InternalServerError, "The Accept header cannot be read.");
        if (!visit.Traits.ProblemErrors && visit.Acceptance.Other is { } type)
            return Problem.Unexpected(visit) with { ContentType = type };
        Reply reply = Session.Refuse(visit.Incoming, $"The Accept header does not allow {Json}.");
        reply.Headers["Accept"] = Json;
        return reply;
    }

    private static Reply Options(IReadOnlyList<string> methods)
    {
        Reply reply = Reply.Empty(Status200OK);
        IEnumerable<string> all = methods.SelectMany(m => m == HttpMethods.Get ? new[] { m, HttpMethods.Head } : [m]).Append(HttpMethods.Options);
        reply.Headers["Allow"] = string.Join(',', all);
        if (methods.Contains(HttpMethods.Patch))
            reply.Headers["Accept-Patch"] = Json;
        return reply;
    }
}
