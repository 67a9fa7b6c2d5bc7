namespace ClientMgmt.Cli.Demo;

/// <summary>What end users have granted to clients. Before each step the end user grants two scopes to two clients.</summary>
internal static class GrantSteps
{
    private static readonly ClientListOptions s_singly = new() { PageSize = 1 };

    public static IReadOnlyList<DemoStep> All { get; } =
    [
        DemoStep.Of(
            ClientOperation.ListAuthorizedClients,
            (run, token) => ListAsync(run, token),
            (run, listed, _) =>
            {
                Expect.SameMembers("the authorized clients", [run.ClientId, run.Another], listed.Select(a => a.ClientId));
                foreach (string scope in listed.Select(a => a.Scope).OfType<string>())
                {
                    Expect.SameMembers("the scopes listed", Granted(run), scope.Split(' '));
                }

                return Task.CompletedTask;
            },
            GrantAsync,
            NeedsEndUser),
        DemoStep.Of(
            ClientOperation.UpdateAuthorization,
            (run, token) => run.Clients.Grants.UpdateAuthorizationAsync(run.ClientId, EndUser(run), Granted(run)[..1], token),
            (run, _) =>
            {
                IReadOnlyList<IReadOnlyList<string>> tokens = run.World.TokenScopes(run.ClientId);
                Expect.That(tokens.Count > 0, "the end user's tokens are gone");
                foreach (IReadOnlyList<string> scopes in tokens)
                {
                    Expect.SameMembers("the scopes of a token", Granted(run)[..1], scopes);
                }

                return Task.CompletedTask;
            },
            GrantAsync,
            NeedsEndUser),
        DemoStep.Of(
            ClientOperation.GetGrantedScopes,
            (run, token) => run.Clients.Grants.GetGrantedScopesAsync(run.ClientId, run.Provider.Subject, token),
            (run, scopes, _) =>
            {
                Expect.SameMembers("the scopes of the last grant", Granted(run), scopes.Latest);
                Expect.SameMembers("the scopes of all grants", Granted(run), scopes.Merged ?? Granted(run));
                return Task.CompletedTask;
            },
            GrantAsync,
            NeedsEndUser),
        DemoStep.Of(
            ClientOperation.DeleteGrantedScopes,
            (run, token) => run.Clients.Grants.DeleteGrantedScopesAsync(run.ClientId, EndUser(run), token),
            async (run, token) =>
            {
                GrantedScopes left = await run.Clients.Grants.GetGrantedScopesAsync(run.ClientId, run.Provider.Subject, token)
                    .ConfigureAwait(false);
                Expect.That(left.Latest is null, "the record is still there");
                Expect.That(run.World.TokenScopes(run.ClientId).Count > 0, "the tokens are gone too");
            },
            GrantAsync,
            NeedsEndUser),
        DemoStep.Of(
            ClientOperation.RevokeAuthorization,
            (run, token) => run.Clients.Grants.RevokeAuthorizationAsync(run.ClientId, run.Provider.Subject, token),
            async (run, token) =>
            {
                IReadOnlyList<AuthorizedClient> left = await ListAsync(run, token).ConfigureAwait(false);
                Expect.SameMembers("the authorized clients", [run.Another], left.Select(a => a.ClientId));
                Expect.Equal("the number of tokens", 0, run.World.TokenScopes(run.ClientId).Count);
            },
            GrantAsync,
            NeedsEndUser),
    ];

    private static string? NeedsEndUser(DemoRun run) => run.Provider.World is null ? "an end user would have to grant access first" : null;

    // Who it is does not matter where the backend refuses for everybody.
    private static string EndUser(DemoRun run) => run.Provider.Subject ?? "anybody";

    private static string[] Granted(DemoRun run) => [.. run.Provider.Scopes.Take(2)];

    private static Task GrantAsync(DemoRun run, CancellationToken cancellationToken)
    {
        run.World.Grant(run.ClientId, Granted(run));
        run.World.Grant(run.Another, Granted(run));
        return Task.CompletedTask;
    }

    private static Task<IReadOnlyList<AuthorizedClient>> ListAsync(DemoRun run, CancellationToken cancellationToken) =>
        run.Clients.Grants.ListAuthorizedClientsAsync(run.Provider.Subject, s_singly, cancellationToken).ReadAllAsync();
}
