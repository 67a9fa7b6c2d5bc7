using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>A client that is kept, under the id by which it is found.</summary>
internal sealed record KeptClient(string Id, JsonObject Client);
