namespace ClientMgmt.Cli.Demo;

/// <summary>What consent pages show of clients.</summary>
internal static class InfoSteps
{
    private static readonly string[] s_credentialHeaders = ["Authorization", "Cookie", "x-signature"];

    public static IReadOnlyList<DemoStep> All { get; } =
    [
        DemoStep.Of(
            ClientOperation.GetInfo,
            (run, token) => run.Clients.ConsentViews.GetInfoAsync(run.ClientId, token),
            CheckInfoAsync),
        DemoStep.Of(
            ClientOperation.ListInfo,
            (run, token) => run.Clients.ConsentViews.ListInfoAsync(token).ReadAllAsync(),
            (run, listed, token) =>
            {
                Expect.SameMembers("the ids listed", [run.ClientId, .. run.Others], run.Known(listed.Select(c => c.ClientId)));
                return CheckInfoAsync(run, listed.Single(c => c.ClientId == run.ClientId), token);
            }),
        DemoStep.Of(
            ClientOperation.GetPublicInfo,
            (run, token) => run.Clients.ConsentViews.GetPublicInfoAsync(run.ClientId, token),
            (run, info, token) =>
            {
                Expect.That(
                    run.Sent?.Any(r => s_credentialHeaders.Any(r.Headers.ContainsKey)) != true, "a credential was sent, which is not needed");
                return CheckInfoAsync(run, info, token);
            }),
    ];

    private static async Task CheckInfoAsync(DemoRun run, OAuthClient info, CancellationToken cancellationToken)
    {
        OAuthClient whole = await run.ReadAsync(cancellationToken).ConfigureAwait(false);
        Expect.Equal("the client id", whole.ClientId, info.ClientId);
        Expect.Equal("client_name", whole.Metadata.ClientName, info.Metadata.ClientName);
        Expect.Equal("client_uri", whole.Metadata.ClientUri, info.Metadata.ClientUri);
        Expect.That(info.ClientSecret is null, "the secret is told");
        Expect.That(info.Metadata.RedirectUris is null, "the redirect URIs are told");
    }
}
