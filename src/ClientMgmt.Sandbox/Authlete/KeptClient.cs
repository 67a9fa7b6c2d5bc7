using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.Authlete;

/// <summary>A client that is kept, under the id by which it is found.</summary>
internal sealed record KeptClient(long Id, JsonObject Client);
