namespace ClientMgmt.Sandbox.Authlete;

/// <summary>What is kept of a service over restarts; clients in the order of their creation.</summary>
internal sealed record KeptService(
    string ServiceId,
    AuthleteVersion Version,
    int LastNumber,
    IReadOnlyList<KeptClient> Clients,
    IReadOnlyList<IssuedToken> Tokens,
    IReadOnlyList<GrantedScopes> Granted);
