namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>A user's consent to a client.</summary>
internal sealed record Consent(string UserId, string ClientId, IReadOnlyList<string> Scopes, long ModifiedAt);
