using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

// What changes something.
internal sealed partial class SoakWorker
{
    // An update reads first; on DocSpace its answer is empty, so that it is read back, and with dynamic registration too.
    private readonly int _update = clients.Capabilities.Supports(ClientOperation.SetSecret) ? 2 : 3;

    // There what was registered is read back as well.
    private readonly int _create = SampleMetadata.IsStandard(clients.Capabilities) ? 2 : 1;

    private async Task CreateAsync(int place)
    {
        string name = Fresh();
        ClientMetadata metadata = SampleMetadata.For(clients.Capabilities) with
        {
            ClientName = name,
            RedirectUris = [$"https://{name}.example.com/cb"],
        };
        SoakOutcome said = await ChangeAsync(
            "Creating", place, _create, () => store.FindByName(name, _subject), now => now?.Name == name,
            async () => SoakState.From(await clients.CreateAsync(metadata), isGranted: false));
        if (said == SoakOutcome.Unknown && store.LosesUnansweredCreations && _model[place] is { } lost)
        {
            store.Remove(lost.Id);
            _model[place] = null;
        }
    }

    private Task UpdateAsync(int place, SoakState client)
    {
        SoakState expected = client with { Name = Fresh(), Description = Fresh() };
        return ChangeAsync("Updating", place, _update, expected, async () => Expect(
            "The answer of an update",
            expected,
            SoakState.From(
                await clients.UpdateAsync(client.Id, c => (c with { ClientName = expected.Name }).WithText(clients.Capabilities, expected.Description!)),
                client.IsGranted)));
    }

    // Three at once to one client; each of them counts.
    private async Task UpdateTogetherAsync(int place, SoakState client)
    {
        string name = Fresh(), description = Fresh(), uri = $"https://{Fresh()}.example.com/cb";
        Func<ClientMetadata, ClientMetadata>[] changes =
        [
            c => c with { ClientName = name },
            c => c.WithText(clients.Capabilities, description),
            c => c with { RedirectUris = [uri] },
        ];
        SoakOutcome[] said = await Task.WhenAll(changes.Select(change =>
        {
            report.Begin(_update);
            return report.ChangeAsync(() => clients.UpdateAsync(client.Id, change));
        }));

        SoakState now = store.Find(client.Id, _subject)!;
        bool IsMade(int change, bool isStored) => said[change] == SoakOutcome.Unknown ? isStored : said[change] == SoakOutcome.Made;
        Expect(
            "Updating together",
            client with
            {
                Name = IsMade(0, now.Name == name) ? name : client.Name,
                Description = IsMade(1, now.Description == description) ? description : client.Description,
                RedirectUris = IsMade(2, now.RedirectUris == uri) ? uri : client.RedirectUris,
            },
            now);
        _model[place] = now;
    }

    private Task SwitchAsync(int place, SoakState client) => ChangeAsync(
        "Enabling or disabling", place, 1, client with { Enabled = !client.Enabled },
        () => client.Enabled ? clients.DisableAsync(client.Id) : clients.EnableAsync(client.Id));

    private Task RotateAsync(int place, SoakState client) => ChangeAsync(
        "Rotating", place, 1, () => store.Find(client.Id, _subject), now => now == client with { Secret = now?.Secret },
        async () => client with { Secret = (await clients.RotateSecretAsync(client.Id)).Reveal() });

    private Task SetSecretAsync(int place, SoakState client)
    {
        SoakState expected = client with { Secret = Fresh() };
        return ChangeAsync(
            "Setting a secret", place, 1, expected, () => clients.SetSecretAsync(client.Id, new Secret(expected.Secret!)));
    }

    private async Task RevokeAsync(int place, SoakState client)
    {
        // Few of them, so that a list of grants is one page.
        if (number % 2 == 0 && place == 0 && !client.IsGranted)
        {
            store.Grant(client.Id, _subject);
            _model[place] = client = client with { IsGranted = true };
            return;
        }

        await ChangeAsync(
            "Revoking", place, 1, client with { IsGranted = false }, () => clients.Grants.RevokeAuthorizationAsync(client.Id, _asked));
    }

    private Task DeleteAsync(int place, SoakState client) => ChangeAsync(
        "Deleting", place, 1, () => store.Find(client.Id, _subject), now => now is null,
        async () =>
        {
            await clients.DeleteAsync(client.Id);
            return null;
        });

    private Task<SoakOutcome> ChangeAsync(string what, int place, int needed, SoakState expected, Func<Task> change) => ChangeAsync(
        what, place, needed, () => store.Find(expected.Id, _subject), now => now == expected,
        async () =>
        {
            await change();
            return expected;
        });

    // Where the library does not know, the sandbox does; but it must be as before or as it should have become.
    private async Task<SoakOutcome> ChangeAsync(
        string what, int place, int needed, Func<SoakState?> read, Func<SoakState?, bool> isMade, Func<Task<SoakState?>> change)
    {
        report.Begin(needed);
        SoakState? before = _model[place], after = null;
        SoakOutcome said = await report.ChangeAsync(async () => after = await change());
        SoakState? now = read();
        Expect($"{what}, {said}", said == SoakOutcome.Made ? after : said == SoakOutcome.Unknown && isMade(now) ? now : before, now);
        _model[place] = now;
        return said;
    }
}
