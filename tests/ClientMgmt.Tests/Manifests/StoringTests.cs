using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Servers that do not store at once what they are asked to.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StoringTests
{
    private static readonly ClientMetadata s_old = new() { ClientName = "Orders", ClientUri = "https://old.example.com/", PolicyUri = "https://policy.example.com/" };

    private readonly FakeClients _clients = new()
    {
        Capabilities = new Capabilities(
            [],
            [
                new MetadataCapability("client_name"), new MetadataCapability("client_uri"), new MetadataCapability("policy_uri"),
                new MetadataCapability("logo_uri") { Updatable = false },
            ]),
    };

    private int _stores;

    [Test]
    public async Task What_is_stored_is_asked_for_once()
    {
        ApplyResult result = await ChangeAsync((client, _) => client);

        Assert.That((result.Status, _stores), Is.EqualTo((ApplyStatus.Done, 1)));
    }

    [Test]
    public async Task What_is_not_stored_the_first_time_is_asked_for_again()
    {
        ApplyResult result = await ChangeAsync((client, time) => time == 1 ? WithUri(client, "https://other.example.com/") : client);

        Assert.That((result.Status, _stores, (await _clients.GetAsync("1")).Metadata.ClientUri), Is.EqualTo((ApplyStatus.Done, 2, "https://new.example.com/")));
    }

    [Test]
    public async Task What_is_never_stored_is_told()
    {
        ApplyResult result = await ChangeAsync((client, _) => throw NotStored(WithUri(client, "https://other.example.com/")));

        Assert.That((result.Status, result.NotStored), Is.EqualTo((ApplyStatus.Failed, new[] { "client_uri" })));
    }

    [Test]
    public async Task What_the_provider_takes_for_stored_is_stored_however_the_server_writes_it()
    {
        ApplyResult result = await ChangeAsync((client, _) => WithUri(client, "HTTPS://NEW.EXAMPLE.COM"));

        Assert.That((result.Status, result.NotStored.Count), Is.EqualTo((ApplyStatus.Done, 0)));
    }

    [Test]
    public async Task What_the_second_request_spoils_is_told()
    {
        ApplyResult result = await ChangeAsync((client, time) => time == 1
            ? WithUri(client, "https://other.example.com/")
            : client with { Metadata = client.Metadata with { PolicyUri = null } });

        Assert.That((result.Status, result.NotStored), Is.EqualTo((ApplyStatus.Failed, new[] { "policy_uri" })));
    }

    [Test]
    public async Task What_somebody_else_changed_beside_the_plan_is_not_told_as_not_stored()
    {
        ApplyResult result = await ChangeAsync(
            (client, time) => time == 1 ? WithUri(client, "https://other.example.com/") : client,
            meanwhile: now => now with { PolicyUri = "https://byhand.example.com/" });

        Assert.That((result.Status, (await _clients.GetAsync("1")).Metadata.PolicyUri), Is.EqualTo((ApplyStatus.Done, "https://byhand.example.com/")));
    }

    [Test]
    public async Task What_can_be_set_at_creation_alone_is_not_asked_for_again()
    {
        ManifestPlan plan = await ManifestPlan.CreateAsync(_clients, await Manifest.ReadAsync("client_name: New\nlogo_uri: https://logo.example.com/\n"));
        _clients.Stored = Counted((client, _) => client with { Metadata = client.Metadata with { LogoUri = null } });

        ApplyResult result = (await plan.ApplyAsync(_clients)).Single();

        Assert.That((result.Status, result.NotStored, _stores), Is.EqualTo((ApplyStatus.Failed, new[] { "logo_uri" }, 1)));
    }

    [Test]
    public async Task A_change_that_is_made_already_is_no_conflict()
    {
        ManifestPlan plan = await PlanAsync();
        await plan.ApplyAsync(_clients);

        Assert.That((await plan.ApplyAsync(_clients)).Single().Status, Is.EqualTo(ApplyStatus.Done));
    }

    private static OAuthClient WithUri(OAuthClient client, string uri) => client with { Metadata = client.Metadata with { ClientUri = uri } };

    private static MetadataNotStoredException NotStored(OAuthClient client) => new(
        new ClientManagementError
        {
            Provider = "fake",
            Operation = ClientOperation.Update,
            Attempts = 1,
            Summary = "It was not stored.",
            FieldErrors = [new FieldError("client_uri", "was not stored")],
        },
        client);

    private async Task<ManifestPlan> PlanAsync()
    {
        await _clients.CreateAsync(s_old);
        return await ManifestPlan.CreateAsync(_clients, await Manifest.ReadAsync(
            "client_name: Orders\nclient_uri: https://new.example.com/\npolicy_uri: https://policy.example.com/\n"));
    }

    private async Task<ApplyResult> ChangeAsync(
        Func<OAuthClient, int, OAuthClient> stores, Func<ClientMetadata, ClientMetadata>? meanwhile = null)
    {
        ManifestPlan plan = await PlanAsync();
        await _clients.UpdateAsync("1", meanwhile ?? (now => now));
        _clients.Stored = Counted(stores);
        return (await plan.ApplyAsync(_clients)).Single();
    }

    private Func<OAuthClient, OAuthClient> Counted(Func<OAuthClient, int, OAuthClient> stores) => client => stores(client, ++_stores);
}
