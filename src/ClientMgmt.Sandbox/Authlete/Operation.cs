using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>An operation: whether it needs the right to change, and which bodies it reads.</summary>
internal sealed record Operation(Func<Call, Reply> Handler, bool Changes, Bodies Bodies = Bodies.None);

/// <summary>The request bodies that an operation reads.</summary>
internal enum Bodies
{
    None,
    Json,
    JsonOrForm,
}
