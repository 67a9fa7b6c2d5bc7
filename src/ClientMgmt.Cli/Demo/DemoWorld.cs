namespace ClientMgmt.Cli.Demo;

/// <summary>What happens at a backend without client management, where the demo has that in hand: in a sandbox of its own.</summary>
/// <param name="Grant">Lets the end user authorize a client for scopes.</param>
/// <param name="TokenScopes">The scopes of each token of the end user for a client, where the sandbox tells them.</param>
/// <param name="AddOthersClients">Registers clients as another user and returns their ids.</param>
internal sealed record DemoWorld(
    Action<string, IReadOnlyList<string>> Grant,
    Func<string, IReadOnlyList<IReadOnlyList<string>>> TokenScopes,
    Func<int, IReadOnlyList<string>> AddOthersClients);
