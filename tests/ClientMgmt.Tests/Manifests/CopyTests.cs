using System.Text.Json;
using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Copies between any two backends.</summary>
public sealed class CopyTests
{
    // What DocSpace cannot do without.
    private static readonly ClientMetadata s_defaults = new()
    {
        AllowedOrigins = ["https://client.example.com"],
        PostLogoutRedirectUris = ["https://client.example.com/bye"],
        LogoUri = SampleMetadata.Logo,
        ClientUri = "https://client.example.com/",
        TosUri = "https://client.example.com/tos",
        PolicyUri = "https://client.example.com/policy",
        RedirectUris = ["https://client.example.com/cb"],
        Scope = "openid",
    };

    // Nobody has set the response modes: v3 shows its default, which v2 has no place for and needs none.
    private const string OnlyDefault = "response_modes";

    // The developer that each client of v2 has is lost in v3.
    private static readonly CopyOptions s_anyLoss = new() { AllowLoss = true };

    private static IEnumerable<object[]> Directions =>
        from source in ProviderCases.Defaults
        from target in ProviderCases.Defaults
        where source != target
        select new object[] { source, target };

    [TestCaseSource(nameof(Directions))]
    public async Task A_copy_holds_all_that_is_not_lost(ProviderCase from, ProviderCase to)
    {
        await using TestHost source = await TestHost.StartAsync(from, name: "source"), target = await TestHost.StartAsync(to, name: "target");
        OAuthClient client = await source.CreateAsync("Copied");
        if (source.HasSwitch)
        {
            await source.Clients.DisableAsync(client.ClientId);
        }

        CopyPlan plan = await PlanAsync(source, target, new CopyOptions { AllowLoss = true, Defaults = s_defaults });
        CopyResult result = (await plan.RunAsync(target.Clients)).Single();

        OAuthClient copy = await target.Clients.GetAsync(result.Mapping!.TargetId);
        HashSet<string> lost = [.. plan.Items.Single().Losses.Select(l => l.Name)];
        bool? enabled = target.HasSwitch ? !source.HasSwitch : null;
        Assert.That((result.Status, copy.Enabled, result.Mapping.Secret, result.NotStored.Count), Is.EqualTo((ApplyStatus.Done, enabled, copy.ClientSecret, 0)));
        Assert.That(
            ClientMetadata.StandardNames.Except([OnlyDefault]).Where(name => !lost.Contains(name) && client.Metadata.GetValue(name) is { ValueKind: not JsonValueKind.False })
                .Where(name => !Only(client, name).Equals(Only(copy, name))),
            Is.Empty);
    }

    [Test]
    public async Task A_target_without_a_list_is_asked_for_the_copies_that_a_mapping_tells_of()
    {
        ProviderCase managed = ProviderCases.RegistrationVariants.Single(p => p.IsManaged);
        await using TestHost source = await TestHost.StartAsync(ProviderCases.DynamicRegistration, name: "source"), target = await TestHost.StartAsync(managed, name: "target");
        await source.Clients.CreateAsync(new ClientMetadata { ClientName = "One", RedirectUris = ["https://one.example/cb"] });
        await source.Clients.CreateAsync(new ClientMetadata { ClientName = "Two", RedirectUris = ["https://two.example/cb"] });
        CopyResult[] first = [.. await (await PlanAsync(source, target, s_anyLoss)).RunAsync(target.Clients)];
        Assert.That(first.Select(r => r.Message), Has.All.Null);
        await target.Clients.DeleteAsync(first[1].Mapping!.TargetId);

        CopyPlan again = await PlanAsync(source, target, s_anyLoss with { Known = [.. first.Select(r => r.Mapping!)] });
        IReadOnlyList<CopyResult> second = await again.RunAsync(target.Clients);

        Assert.That(second.Select(r => r.Message), Has.All.Null);
        Assert.That(again.Items.Select(i => i.ExistingId), Is.EqualTo((string?[])[first[0].Mapping!.TargetId, null]));
        Assert.That(target.Sandbox.DynamicRegistration.Count, Is.EqualTo(2));
    }

    [TestCaseSource(nameof(Directions))]
    public async Task A_loss_is_foreseen_exactly_where_the_capabilities_say_so(ProviderCase from, ProviderCase to)
    {
        await using TestHost source = await TestHost.StartAsync(from, name: "source"), target = await TestHost.StartAsync(to, name: "target");
        OAuthClient client = await source.Clients.CreateAsync(
            SampleMetadata.For(source.Clients.Capabilities) with { Scope = null, LogoUri = SampleMetadata.Logo, TokenEndpointAuthMethod = "client_secret_post" } is var metadata
            && SampleMetadata.IsPortal(source.Clients.Capabilities) ? metadata with { Scope = "openid" } : metadata);

        CopyPlan plan = await PlanAsync(source, target, new CopyOptions { AllowLoss = true, Defaults = s_defaults });

        Capabilities there = target.Clients.Capabilities;
        IEnumerable<string> standard = ClientMetadata.StandardNames.Except([to.Backend == Backend.AuthleteV2 ? OnlyDefault : ""])
            .Where(n => client.Metadata.GetValue(n) is { } value && value.GetRawText() is not ("false" or "[]") && !there.CanSetAtCreation(n));
        bool leavesAuthlete = ProviderCases.AllAuthlete.Contains(from) && !ProviderCases.AllAuthlete.Contains(to);
        string[] vendors = [.. leavesAuthlete ? ["clientType"] : Array.Empty<string>(), .. from.Backend == Backend.AuthleteV2 ? ["developer"] : Array.Empty<string>()];
        Assert.That(plan.Items.Single().Losses.Select(l => l.Name), Is.EquivalentTo(standard.Concat(vendors)));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_copy_that_cannot_be_put_out_of_use_as_its_source_is_is_a_loss(bool isAllowed)
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.DynamicRegistration, name: "target");
        OAuthClient client = await source.Clients.CreateAsync(new ClientMetadata { ClientName = "Copied" });
        await source.Clients.DisableAsync(client.ClientId);

        CopyPlan plan = await PlanAsync(source, target, new CopyOptions { AllowLoss = isAllowed });

        Assert.That(plan.Items.Single().Losses.Where(l => l.Name == "enabled").Select(l => l.Value.GetRawText()), Is.EqualTo(new[] { "false" }));
        Assert.That(plan.Problems.Count(p => p.Property == "enabled"), Is.EqualTo(isAllowed ? 0 : 1));
    }

    [Test]
    public async Task Scopes_are_no_loss_where_the_target_does_not_tell_which_it_knows()
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.DynamicRegistration, name: "target");
        target.Sandbox.DynamicRegistration.Behavior = target.Sandbox.DynamicRegistration.Behavior with { ScopesInDocuments = false };
        await source.Clients.CreateAsync(new ClientMetadata { ClientName = "Copied", Scope = "openid" });

        CopyItem item = (await PlanAsync(source, target)).Items.Single();

        Assert.That((item.Losses.Count(l => l.Name == "scope"), item.Manifest.Values["scope"].GetString()), Is.EqualTo((0, "openid")));
    }

    [TestCase("AuthleteV2", "AuthleteV3")]
    [TestCase("AuthleteV3", "AuthleteV2")]
    public async Task There_and_back_gives_the_same_manifests(string there, string between)
    {
        await using TestHost source = await TestHost.StartAsync(Named(there), name: "source");
        await using TestHost middle = await TestHost.StartAsync(Named(between), name: "middle");
        await using TestHost back = await TestHost.StartAsync(Named(there), name: "back");
        ManifestPlan made = await ManifestPlan.CreateAsync(
            source.Clients, new RandomManifests(5, source.Clients.Capabilities, middle.Clients.Capabilities).Take(100));
        Assert.That((await made.ApplyAsync(source.Clients)).Where(r => r.Status != ApplyStatus.Done), Is.Empty);

        foreach ((TestHost one, TestHost other) in new[] { (source, middle), (middle, back) })
        {
            CopyPlan plan = await PlanAsync(one, other);
            Assert.That(plan.Items.SelectMany(i => i.Losses).Select(l => l.Name), Is.All.EqualTo("developer"), "v3 alone has none");
            Assert.That((await plan.RunAsync(other.Clients)).Where(r => r.Status != ApplyStatus.Done).Select(r => r.Message), Is.Empty);
        }

        Assert.That(await TextAsync(back), Is.EqualTo(await TextAsync(source)));
    }

    [Test]
    public async Task From_DocSpace_to_Authlete_and_back_loses_what_the_capabilities_predict()
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.DocSpace, name: "source");
        await using TestHost middle = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "middle");
        await using TestHost back = await TestHost.StartAsync(ProviderCases.DocSpace, name: "back");
        await source.CreateAsync("Copied");
        string[] foreseen = [.. ClientMetadata.StandardNames.Where(n => source.Clients.Capabilities.Metadata.ContainsKey(n)
            && !middle.Clients.Capabilities.CanSetAtCreation(n))];

        CopyPlan there = await PlanAsync(source, middle, new CopyOptions { AllowLoss = true });
        await there.RunAsync(middle.Clients);
        CopyPlan again = await PlanAsync(middle, back, new CopyOptions { AllowLoss = true });
        CopyPlan helped = await PlanAsync(middle, back, new CopyOptions
        {
            AllowLoss = true,
            Defaults = new ClientMetadata
            {
                AllowedOrigins = ["https://client.example.com"],
                PostLogoutRedirectUris = ["https://client.example.com/bye"],
            },
        });
        await helped.RunAsync(back.Clients);

        Assert.That(there.Items.Single().Losses.Select(l => l.Name), Is.EqualTo(foreseen));
        Assert.That(again.Problems.Select(p => p.Property), Is.EquivalentTo(foreseen), "DocSpace cannot do without");
        Assert.That(await TextAsync(back), Is.EqualTo(await TextAsync(source)));
    }

    [Test]
    public async Task Nothing_is_lost_without_being_told_to()
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.DocSpace, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "target");
        await source.CreateAsync("Copied");

        CopyPlan plan = await PlanAsync(source, target, new CopyOptions());

        Assert.That(() => plan.RunAsync(target.Clients), Throws.TypeOf<ManifestException>());
        Assert.That(target.Writes.Concat(source.Writes).Count(), Is.EqualTo(1), "nothing but the client to copy was written");
        Assert.That(plan.Problems.Select(p => p.Property), Does.Contain("allowed_origins"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_second_run_skips_what_is_there(bool byMapping)
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "target");
        OAuthClient client = await source.CreateAsync("Copied");
        IReadOnlyList<CopyResult> first = await (await PlanAsync(source, target)).RunAsync(target.Clients);
        CopyOptions options = byMapping ? new CopyOptions { AllowLoss = true, Known = [.. first.Select(r => r.Mapping!)] } : s_anyLoss;
        if (byMapping)
        {
            await source.Clients.UpdateAsync(client.ClientId, c => c with { ClientName = "Renamed" });
        }

        target.Sandbox.ClearRequests();
        CopyResult second = (await (await PlanAsync(source, target, options)).RunAsync(target.Clients)).Single();

        CopyMapping known = first.Single().Mapping!;
        Assert.That((target.Writes.Count(), second.Mapping), Is.EqualTo((0, byMapping ? known : known with { Secret = null })));
    }

    [Test]
    public async Task A_mapping_to_a_client_that_is_gone_does_not_count()
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "target");
        OAuthClient client = await source.CreateAsync("Copied");

        CopyPlan plan = await PlanAsync(source, target, new CopyOptions { Known = [new CopyMapping("source", client.ClientId, "target", "123")] });

        Assert.That(plan.Items.Single().ExistingId, Is.Null);
    }

    [Test]
    public async Task A_name_that_is_not_the_only_one_is_never_guessed([Values] bool atTheSource)
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "target");
        foreach (TestHost host in new[] { source, target, atTheSource ? source : target })
        {
            await host.CreateAsync("Copied");
        }

        CopyPlan plan = await PlanAsync(source, target);

        Assert.That(plan.Items.Select(i => i.Problems.Count), Is.All.EqualTo(1));
    }

    [Test]
    public async Task An_enabled_client_of_the_same_name_that_is_no_copy_is_left_alone()
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "target");
        OAuthClient client = await source.CreateAsync("Copied");
        await source.Clients.DisableAsync(client.ClientId);
        await target.Clients.CreateAsync(new ClientMetadata { ClientName = "Copied" });
        target.Sandbox.ClearRequests();

        await (await PlanAsync(source, target)).RunAsync(target.Clients);

        Assert.That(target.Writes, Is.Empty);
    }

    [Test]
    public async Task An_alias_is_copied_and_the_own_id_as_an_alias_is_not([Values] bool hasAlias)
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "target");
        var metadata = new ClientMetadata { ClientName = "Copied" };
        await source.Clients.CreateAsync(hasAlias ? metadata.WithExtension("clientIdAlias", "orders") : metadata);

        CopyResult result = (await (await PlanAsync(source, target)).RunAsync(target.Clients)).Single();

        ClientMetadata copy = (await target.Clients.GetAsync(result.Mapping!.TargetId)).Metadata;
        Assert.That(
            (copy.GetValue("clientIdAlias")?.GetString(), copy.GetValue("clientIdAliasEnabled")?.GetBoolean()),
            Is.EqualTo(hasAlias ? ((string?)"orders", (bool?)true) : (null, false)));
    }

    [Test]
    public async Task Scopes_that_the_target_does_not_know_are_a_loss()
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.DocSpace, name: "target");
        await source.Clients.CreateAsync(new ClientMetadata { ClientName = "Copied", Scope = "openid unheard" });

        CopyItem item = (await PlanAsync(source, target, new CopyOptions { Defaults = s_defaults })).Items.Single();

        Assert.That(
            (item.Losses.Single(l => l.Name == "scope").Reason, item.Manifest.Values["scope"].GetString()),
            Is.EqualTo(("the target does not know unheard", "openid")));
    }

    [TestCase("""{"idTokenDuration":60}""", null)]
    [TestCase("""{"idTokenDuration":60,"accessTokenDuration":30}""", 30)]
    public async Task A_member_that_only_v3_has_is_a_loss_on_v2_and_the_others_are_copied(string extension, int? copied)
    {
        await using TestHost source = await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "source");
        await using TestHost target = await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "target");
        await source.Clients.CreateAsync(new ClientMetadata { ClientName = "Copied" }.WithExtension("extension", JsonElement.Parse(extension)));

        CopyPlan plan = await PlanAsync(source, target, new CopyOptions { AllowLoss = true });
        CopyResult result = (await plan.RunAsync(target.Clients)).Single();

        OAuthClient copy = await target.Clients.GetAsync(result.Mapping!.TargetId);
        int? stored = copy.Metadata.GetValue("extension") is { ValueKind: JsonValueKind.Object } there
            && there.TryGetProperty("accessTokenDuration", out JsonElement duration) && duration.GetInt32() > 0 ? duration.GetInt32() : null;
        Assert.That(
            plan.Items.Single().Losses.Select(l => $"{l.Name} {l.Value} {l.Reason}"),
            Is.EqualTo(new[] { "extension.idTokenDuration 60 only API v3 has it" }));
        Assert.That((result.Status, result.NotStored.Count, stored), Is.EqualTo((ApplyStatus.Done, 0, copied)));
    }

    private static ProviderCase Named(string name) => ProviderCases.Defaults.Single(c => c.Name == name);

    private static ClientMetadata Only(OAuthClient client, string name) =>
        new ClientMetadata().WithValue(name, client.Metadata.GetValue(name) ?? default);

    private static Task<CopyPlan> PlanAsync(TestHost source, TestHost target, CopyOptions? options = null) =>
        CopyPlan.CreateAsync(source.Clients, target.Clients, options ?? s_anyLoss);

    private static async Task<string> TextAsync(TestHost host) => Manifest.Yaml(
        (await ManifestExporter.ReadAsync(host.Clients).ToListAsync()).OrderBy(m => m.ClientName).Select(m => m with { ClientId = null }));
}
