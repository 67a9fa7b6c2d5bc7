namespace ClientMgmt.Cli.Demo;

/// <summary>The scopes that a client may request, and the catalogue of scopes.</summary>
internal static class ScopeSteps
{
    public static IReadOnlyList<DemoStep> All { get; } =
    [
        DemoStep.Of(
            ClientOperation.GetRequestableScopes,
            (run, token) => run.Clients.Scopes.GetRequestableScopesAsync(run.ClientId, token),
            (run, scopes, _) =>
            {
                if (run.Clients.Capabilities.CanSetAtCreation("scope"))
                {
                    Expect.SameMembers("the requestable scopes", run.Provider.Scopes, scopes);
                }

                return Task.CompletedTask;
            }),
        DemoStep.Of(
            ClientOperation.SetRequestableScopes,
            (run, token) => run.Clients.Scopes.SetRequestableScopesAsync(run.ClientId, Fewer(run), token),
            async (run, scopes, token) =>
            {
                Expect.SameMembers("the scopes answered", Fewer(run), scopes);
                Expect.SameMembers("the requestable scopes", Fewer(run), await ReadAsync(run, token).ConfigureAwait(false));
            },
            whyNot: run => Fewer(run).Length == 0 ? "the server tells no two scopes to choose from" : null),
        DemoStep.Of(
            ClientOperation.ClearRequestableScopes,
            (run, token) => run.Clients.Scopes.ClearRequestableScopesAsync(run.ClientId, token),
            async (run, token) =>
                Expect.That(await ReadAsync(run, token).ConfigureAwait(false) is null, "the scopes are still restricted")),
        DemoStep.Of(
            ClientOperation.ListScopes,
            (run, token) => run.Clients.Scopes.ListScopesAsync(token),
            (run, catalogue, _) =>
            {
                string[] names = [.. catalogue.Select(s => s.Name)];
                Expect.SameMembers("the catalogue's names", names.Distinct(), names);
                Expect.SameMembers("the known ones", run.Provider.Scopes, names.Intersect(run.Provider.Scopes));
                return Task.CompletedTask;
            }),
    ];

    private static string[] Fewer(DemoRun run) => [.. run.Provider.Scopes.Skip(1)];

    private static Task<IReadOnlyList<string>?> ReadAsync(DemoRun run, CancellationToken cancellationToken) =>
        run.Clients.Scopes.GetRequestableScopesAsync(run.ClientId, cancellationToken);
}
