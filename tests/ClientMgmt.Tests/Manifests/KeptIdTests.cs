using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Which id a copy answers to.</summary>
internal sealed class KeptIdTests
{
    private static readonly CopyOptions s_keep = new() { KeepClientIds = true };

    private CopyPair _pair = null!;

    [SetUp]
    public async Task StartAsync() => _pair = await CopyPair.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _pair.DisposeAsync();

    [Test]
    public async Task A_copy_answers_to_the_id_of_the_source()
    {
        OAuthClient client = await _pair.CreateAsync();

        CopyResult result = await _pair.RunAsync(s_keep);
        CopyItem again = await _pair.ItemAsync(s_keep with { Known = [result.Mapping!] });

        Assert.That((result.Item.KeptClientId, await AliasOfCopyAsync(result)), Is.EqualTo((client.ClientId, client.ClientId)));
        Assert.That((again.ExistingId, again.KeptClientId, again.Problems.Count), Is.EqualTo((result.Mapping!.TargetId, client.ClientId, 0)));
    }

    [Test]
    public async Task An_alias_that_is_switched_off_gives_its_place_to_the_id()
    {
        OAuthClient client = await CreateAsync(alias: "orders", isOn: false);

        CopyItem item = await _pair.ItemAsync(s_keep);
        CopyPlan strict = await CopyPlan.CreateAsync(_pair.Source, _pair.Target, s_keep);

        Assert.That(item.KeptClientId, Is.EqualTo(client.ClientId));
        Assert.That(
            item.Losses.Where(l => l.Name == "clientIdAlias").Select(l => $"{l.Value} {l.Reason}"),
            Is.EqualTo(new[] { "orders the client id takes its place; it was not switched on" }));
        Assert.That(item.Problems, Is.Empty);
        Assert.That(
            strict.Problems.Where(p => p.Property == "clientIdAlias").Select(p => p.Message),
            Is.EqualTo(new[] { "would be lost: the client id takes its place; it was not switched on." }));
    }

    [Test]
    public async Task A_client_that_answers_to_two_ids_cannot_keep_both()
    {
        await CreateAsync(alias: "orders", isOn: true);

        CopyItem item = await _pair.ItemAsync(s_keep);

        Assert.That((item.KeptClientId, item.Problems.Single().Message), Is.EqualTo(((string?)null,
            "answers to its id and to its alias orders, and a copy has place for one of them; copied without keeping ids, it keeps the alias.")));
    }

    [Test]
    public async Task An_id_that_another_client_answers_to_cannot_be_kept()
    {
        OAuthClient client = await _pair.CreateAsync();
        OAuthClient owner = await _pair.Target.CreateAsync(
            new ClientMetadata { ClientName = "Owner" }.WithExtension("clientIdAlias", client.ClientId));

        CopyItem item = await _pair.ItemAsync(s_keep);

        Assert.That((item.KeptClientId, item.Problems.Single().Message), Is.EqualTo(((string?)null,
            $"cannot keep its id: {owner.ClientId} at target answers to {client.ClientId} already.")));
    }

    [Test]
    public async Task A_copy_that_does_not_answer_to_the_id_is_refused()
    {
        OAuthClient client = await _pair.CreateAsync();
        CopyMapping mapping = (await _pair.RunAsync(new CopyOptions())).Mapping!;

        CopyItem item = await _pair.ItemAsync(s_keep with { Known = [mapping] });

        Assert.That(item.Problems.Single().Message, Is.EqualTo(
            $"is there already as {mapping.TargetId}, which does not answer to {client.ClientId}; set clientIdAlias there, or delete it."));
    }

    private Task<OAuthClient> CreateAsync(string alias, bool isOn) => _pair.Source.CreateAsync(
        new ClientMetadata { ClientName = "Copied" }.WithExtension("clientIdAlias", alias).WithExtension("clientIdAliasEnabled", isOn));

    private async Task<string?> AliasOfCopyAsync(CopyResult result) =>
        (await _pair.Target.GetAsync(result.Mapping!.TargetId)).Metadata.GetValue("clientIdAlias")?.GetString();
}
