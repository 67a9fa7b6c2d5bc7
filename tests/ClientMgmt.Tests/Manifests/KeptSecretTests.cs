using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Which secret a copy is given, by what is known of the one that it has.</summary>
internal sealed class KeptSecretTests
{
    private static readonly CopyOptions s_keep = new() { KeepSecrets = true };

    private CopyPair _pair = null!;
    private OAuthClient _client = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _pair = await CopyPair.StartAsync();
        _client = await _pair.CreateAsync();
    }

    [TearDown]
    public async Task StopAsync() => await _pair.DisposeAsync();

    [Test]
    public async Task A_copy_gets_the_secret_of_the_source()
    {
        CopyResult result = await _pair.RunAsync(s_keep);

        OAuthClient copy = await _pair.Target.GetAsync(result.Mapping!.TargetId);
        Assert.That((result.Item.KeptSecret, copy.ClientSecret, result.Mapping.Secret), Is.EqualTo((_client.ClientSecret, _client.ClientSecret, _client.ClientSecret)));
    }

    [Test]
    public async Task A_copy_that_has_it_already_is_skipped_and_the_mapping_says_it()
    {
        CopyMapping first = (await _pair.RunAsync(s_keep)).Mapping!;

        CopyItem again = await _pair.ItemAsync(s_keep with { Known = [first with { Secret = null }] });

        Assert.That((again.ExistingId, again.KeptSecret, again.Mapping), Is.EqualTo((first.TargetId, (Secret?)null, first)));
    }

    [Test]
    public async Task A_copy_that_has_it_already_and_is_known_by_its_name_alone_is_skipped()
    {
        CopyMapping first = (await _pair.RunAsync(s_keep)).Mapping!;

        CopyItem again = await _pair.ItemAsync(s_keep);

        Assert.That((again.ExistingId, again.KeptSecret, again.Mapping, again.Problems.Count), Is.EqualTo((first.TargetId, (Secret?)null, (CopyMapping?)null, 0)));
    }

    [Test]
    public async Task The_secret_that_the_target_issued_is_replaced()
    {
        CopyMapping issued = (await _pair.RunAsync(new CopyOptions())).Mapping!;

        CopyResult result = await _pair.RunAsync(s_keep with { Known = [issued] });

        OAuthClient copy = await _pair.Target.GetAsync(issued.TargetId);
        Assert.That((result.Status, copy.ClientSecret, result.Mapping), Is.EqualTo((ApplyStatus.Done, _client.ClientSecret, issued with { Secret = _client.ClientSecret })));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_secret_that_the_copy_got_from_somebody_else_stays(bool isKnown)
    {
        CopyMapping issued = (await _pair.RunAsync(new CopyOptions())).Mapping!;
        await _pair.Target.SetSecretAsync(issued.TargetId, new Secret("chosen-by-hand"));
        CopyMapping mapping = isKnown ? issued : issued with { Secret = null };
        _pair.ClearRequests();

        CopyResult result = await _pair.RunAsync(s_keep with { Known = [mapping] });

        Assert.That((result.Status, result.Mapping, _pair.Writes.Length), Is.EqualTo((ApplyStatus.Done, mapping, 0)));
    }

    [Test]
    public async Task A_client_of_the_same_name_with_another_secret_is_refused()
    {
        CopyMapping issued = (await _pair.RunAsync(new CopyOptions())).Mapping!;

        CopyItem item = await _pair.ItemAsync(s_keep);

        Assert.That(item.Problems.Single().Message, Is.EqualTo($"is there already as {issued.TargetId} with another secret; set it there, or delete it."));
        Assert.That((item.KeptSecret, item.Problems.Single().Client), Is.EqualTo(((Secret?)null, "Copied")));
    }

    [Test]
    public async Task A_copy_that_answers_to_the_id_gets_the_secret_though_no_mapping_tells_of_it()
    {
        CopyMapping issued = (await _pair.RunAsync(new CopyOptions { KeepClientIds = true })).Mapping!;

        CopyResult result = await _pair.RunAsync(s_keep with { KeepClientIds = true });

        OAuthClient copy = await _pair.Target.GetAsync(issued.TargetId);
        Assert.That((copy.ClientSecret, result.Mapping), Is.EqualTo((_client.ClientSecret, issued with { Secret = _client.ClientSecret })));
    }

    [Test]
    public async Task Without_being_told_to_no_secret_is_kept()
    {
        CopyResult result = await _pair.RunAsync(new CopyOptions());

        Assert.That((result.Item.KeptSecret, result.Mapping!.Secret == _client.ClientSecret, result.Mapping.Secret is null), Is.EqualTo(((Secret?)null, false, false)));
    }
}
