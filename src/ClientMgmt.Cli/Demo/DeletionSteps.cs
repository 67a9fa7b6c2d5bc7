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
                Expect.SameMembers("the clients left", run.Others, await run.ListIdsAsync(token).ConfigureAwait(false));
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
                run.Foreign = run.Provider.AddOthersClients(2);
                return Task.CompletedTask;
            }),
        DemoStep.Of(
            ClientOperation.DeleteAllTenantClients,
            (run, token) => run.Clients.BulkDeletion.DeleteAllTenantClientsAsync(token),
            async (run, token) =>
                Expect.SameMembers("the clients left", [], await run.ListIdsAsync(token).ConfigureAwait(false)),
            prepare: async (run, token) =>
            {
                run.Provider.AddOthersClients(1);
                await run.CreateOthersAsync(1, token).ConfigureAwait(false);
            }),
    ];
}
