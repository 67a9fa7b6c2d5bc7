namespace ClientMgmt.Cli.Demo;

/// <summary>One client, then all of one's own, then all of the tenant. Other users' clients show who loses what.</summary>
internal static class DeletionSteps
{
    public static IReadOnlyList<DemoStep> All { get; } =
    [
        DemoStep.Of(
            ClientOperation.Delete,
            (run, token) => run.Clients.DeleteAsync(run.ClientId, token),
            async (run, token) =>
            {
                await Expect.GoneAsync(() => run.ReadAsync(token)).ConfigureAwait(false);
                await run.ExpectListedAsync("the clients left", run.Others, token).ConfigureAwait(false);
            }),
        DemoStep.Of(
            ClientOperation.DeleteAllOwnClients,
            (run, token) => run.Clients.BulkDeletion.DeleteAllOwnClientsAsync(token),
            async (run, token) =>
            {
                IReadOnlyList<string> left = await run.ListIdsAsync(token).ConfigureAwait(false);
                Expect.SameMembers("the clients left", run.Foreign, left);
            },
            prepare: (run, _) =>
            {
                run.Foreign = run.World.AddOthersClients(2);
                return Task.CompletedTask;
            },
            TouchesOthers),
        DemoStep.Of(
            ClientOperation.DeleteAllTenantClients,
            (run, token) => run.Clients.BulkDeletion.DeleteAllTenantClientsAsync(token),
            async (run, token) =>
                Expect.SameMembers("the clients left", [], await run.ListIdsAsync(token).ConfigureAwait(false)),
            prepare: async (run, token) =>
            {
                run.World.AddOthersClients(1);
                await run.CreateOthersAsync(1, token).ConfigureAwait(false);
            },
            TouchesOthers),
    ];

    private static string? TouchesOthers(DemoRun run) =>
        run.Provider.World is null ? "it would delete clients that the demo did not make" : null;
}
