namespace ClientMgmt.Cli.Demo;

/// <summary>Create, get, list, update, disable and enable.</summary>
internal static class ClientSteps
{
    private const int PageSize = 3;
    private const int Beside = 6;
    private const int BesideOthers = 2;
    private const int Pages = 2;

    public static IReadOnlyList<DemoStep> All { get; } =
    [
        DemoStep.Of(
            ClientOperation.Create,
            (run, token) => run.CreateAsync("", token),
            CheckCreatedAsync,
            prepare: (run, token) => run.ExpectListedAsync("the clients of a new sandbox", [], token)),
        DemoStep.Of(
            ClientOperation.Get,
            (run, token) => run.Clients.GetAsync(run.ClientId, token),
            (run, client, _) =>
            {
                run.ExpectSame(run.Client, client);
                return Task.CompletedTask;
            }),
        DemoStep.Of(
            ClientOperation.List,
            (run, token) => run.Clients.ListAsync(
                run.Provider.World is null ? DemoRun.AllReadable : new ClientListOptions { PageSize = PageSize }, token).ReadAllAsync(),
            (run, listed, _) =>
            {
                Expect.SameMembers("the ids listed", [run.ClientId, .. run.Others], run.Known(listed.Select(c => c.ClientId)));
                Expect.That(run.Sent is not { Count: < Pages }, $"{run.Sent?.Count} pages were read instead of {Pages}");
                return Task.CompletedTask;
            },
            prepare: (run, token) => run.CreateOthersAsync(run.Provider.World is null ? BesideOthers : Beside, token)),
        DemoStep.Of(
            ClientOperation.Update,
            (run, token) => run.Clients.UpdateAsync(run.ClientId, client => Change(run, client), token),
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

    private static ClientMetadata Change(DemoRun run, ClientMetadata client) => client with { ClientName = run.Name(", changed") };

    private static async Task CheckCreatedAsync(DemoRun run, OAuthClient created, CancellationToken cancellationToken)
    {
        run.Client = created;
        Expect.Equal("enabled", run.Clients.Capabilities.Supports(ClientOperation.Disable) ? true : null, created.Enabled);
        Expect.That(created.ClientSecret is not null, "no secret was issued");
        DemoMetadata.ExpectStored(run, run.Name(""), created.Metadata);
        await run.ExpectListedAsync("the ids listed", [created.ClientId], cancellationToken).ConfigureAwait(false);
    }

    private static async Task CheckUpdatedAsync(DemoRun run, OAuthClient updated, CancellationToken cancellationToken)
    {
        OAuthClient asked = run.Client with { Metadata = Change(run, run.Client.Metadata) };
        Expect.That(asked.Metadata != run.Client.Metadata, "the client was so already");
        if (run.Provider.ChoosesSecrets)
        {
            asked = asked with { ClientSecret = updated.ClientSecret };
        }

        run.ExpectSame(asked, updated);
        run.ExpectSame(asked, await run.ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private static async Task CheckOnlyEnabledAsync(DemoRun run, bool enabled, CancellationToken cancellationToken)
    {
        Expect.Equal("enabled before", !enabled, run.Client.Enabled);
        run.ExpectSame(run.Client with { Enabled = enabled }, await run.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
