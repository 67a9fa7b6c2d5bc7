namespace ClientMgmt.Cli.Demo;

/// <summary>Create, get, list, update, disable and enable.</summary>
internal static class ClientSteps
{
    private const string Name = "Demo";
    private const int PageSize = 3;
    private const int Beside = 6;
    private const int Pages = 2;

    public static IReadOnlyList<DemoStep> All { get; } =
    [
        DemoStep.Of(
            ClientOperation.Create,
            (run, token) => run.Clients.CreateAsync(DemoMetadata.For(run, Name), token),
            CheckCreatedAsync,
            prepare: async (run, token) =>
                Expect.SameMembers("the clients of a new sandbox", [], await run.ListIdsAsync(token).ConfigureAwait(false))),
        DemoStep.Of(
            ClientOperation.Get,
            (run, token) => run.Clients.GetAsync(run.ClientId, token),
            (run, client, _) =>
            {
                Expect.SameClient(run.Client, client);
                return Task.CompletedTask;
            }),
        DemoStep.Of(
            ClientOperation.List,
            (run, token) => run.Clients.ListAsync(new ClientListOptions { PageSize = PageSize }, token).ReadAllAsync(),
            (run, listed, _) =>
            {
                Expect.SameMembers("the ids listed", [run.ClientId, .. run.Others], listed.Select(c => c.ClientId));
                Expect.That(run.Sent.Count >= Pages, $"{run.Sent.Count} pages were read instead of {Pages}");
                return Task.CompletedTask;
            },
            prepare: (run, token) => run.CreateOthersAsync(Beside, token)),
        DemoStep.Of(
            ClientOperation.Update,
            (run, token) => run.Clients.UpdateAsync(run.ClientId, Change, token),
            CheckUpdatedAsync,
            prepare: (run, token) => run.LookAsync(token)),
        DemoStep.Of(
            ClientOperation.Disable,
            (run, token) => run.Clients.DisableAsync(run.ClientId, token),
            (run, token) => CheckOnlyEnabledAsync(run, false, token),
            prepare: (run, token) => run.LookAsync(token)),
        DemoStep.Of(
            ClientOperation.Enable,
            (run, token) => run.Clients.EnableAsync(run.ClientId, token),
            (run, token) => CheckOnlyEnabledAsync(run, true, token),
            prepare: (run, token) => run.LookAsync(token)),
    ];

    private static ClientMetadata Change(ClientMetadata client) => client with { ClientName = "Changed by the demo" };

    private static async Task CheckCreatedAsync(DemoRun run, OAuthClient created, CancellationToken cancellationToken)
    {
        run.Client = created;
        Expect.Equal("enabled", run.Clients.Capabilities.Supports(ClientOperation.Disable) ? true : null, created.Enabled);
        Expect.That(created.ClientSecret is not null, "no secret was issued");
        DemoMetadata.ExpectStored(run, Name, created.Metadata);
        Expect.SameMembers("the ids listed", [created.ClientId], await run.ListIdsAsync(cancellationToken).ConfigureAwait(false));
    }

    private static async Task CheckUpdatedAsync(DemoRun run, OAuthClient updated, CancellationToken cancellationToken)
    {
        OAuthClient asked = run.Client with { Metadata = Change(run.Client.Metadata) };
        Expect.That(asked.Metadata != run.Client.Metadata, "the client was so already");
        Expect.SameClient(asked, updated);
        Expect.SameClient(asked, await run.ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private static async Task CheckOnlyEnabledAsync(DemoRun run, bool enabled, CancellationToken cancellationToken)
    {
        Expect.Equal("enabled before", !enabled, run.Client.Enabled);
        Expect.SameClient(run.Client with { Enabled = enabled }, await run.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
