using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>The subject of a request, which comes in the query, in the path or in a posted body.</summary>
internal static class Subjects
{
    public static string Of(Call call, int pathIndex)
    {
        if (call.HasArgument(pathIndex))
            return call.Argument(pathIndex).Length > 0 ? call.Argument(pathIndex) : throw new Refusal(Errors.Parameter(call.Behavior, "subject"));
        return call.Required("subject");
    }
}
