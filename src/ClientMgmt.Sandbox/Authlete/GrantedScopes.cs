namespace ClientMgmt.Sandbox.Authlete;

/// <summary>What a subject has granted a client so far; outlives the tokens.</summary>
internal sealed record GrantedScopes(
    long ClientId,
    string Subject,
    IReadOnlyList<string> Latest,
    IReadOnlyList<string> Merged,
    long ModifiedAt);
