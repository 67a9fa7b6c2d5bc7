using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>The settings that a sandbox gives out lead to it.</summary>
public sealed class SettingsTests
{
    [TestCase("AuthleteV2")]
    [TestCase("AuthleteV3")]
    [TestCase("DocSpace")]
    [TestCase("DynamicRegistration")]
    public async Task Reach_each_provider(string name)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        await using ServiceProvider library = Library(sandbox);

        ProviderHealth health = await library.GetRequiredKeyedService<IClientManagement>(name).CheckHealthAsync();

        Assert.That(health.IsHealthy, Is.True, health.Error?.Summary);
    }

    [Test]
    public async Task Reach_what_the_options_made()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            AuthleteServices = [new() { Version = AuthleteVersion.V3, ServiceId = "7", AccessTokens = ["seven"] }],
            DocSpacePortals = [new() { Name = "first", TenantId = 1 }, new() { Name = "second", TenantId = 2 }],
        });
        await using ServiceProvider library = Library(sandbox);
        sandbox.Authlete.Seed("7", 2);
        sandbox.DocSpace.Seed("first", SandboxDefaults.DocSpaceAdminId, 3);

        var factory = library.GetRequiredService<IClientManagementFactory>();

        Assert.That(factory.Providers, Is.EquivalentTo(new[] { "AuthleteV3", "DocSpace", "DynamicRegistration" }));
        Assert.That(
            (await factory.GetProvider("AuthleteV3").ListAsync().CountAsync(), await factory.GetProvider("DocSpace").ListAsync().CountAsync()),
            Is.EqualTo((2, 3)));
    }

    [Test]
    public async Task Leave_out_what_has_no_credential()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            AuthleteServices = [new() { Version = AuthleteVersion.V3, ServiceId = "7" }],
            DocSpacePortals = [new() { Users = [] }],
            DynamicRegistration = new() { InitialAccessTokens = [] },
        });

        Assert.That(sandbox.Settings, Is.Empty);
    }

    [Test]
    public async Task Name_the_registration_server_and_register_there(
        [ValueSource(typeof(DynamicRegistrationPresets), nameof(DynamicRegistrationPresets.Names))] string server)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DynamicRegistration = new() { Behavior = DynamicRegistrationPresets.Get(server) },
        });
        await using ServiceProvider library = Library(sandbox);
        var clients = library.GetRequiredKeyedService<IClientManagement>("DynamicRegistration");

        OAuthClient created = await clients.CreateAsync(new ClientMetadata { ClientName = "Orders", RedirectUris = ["https://orders.example.com/cb"] });

        Assert.That(
            (sandbox.Settings["ClientManagement:Providers:DynamicRegistration:Server"], sandbox.DynamicRegistration.ClientIds),
            Is.EqualTo((server, new[] { created.ClientId })));
    }

    [TestCase(DocSpaceGeneration.Version30, false)]
    [TestCase(DocSpaceGeneration.Version31, false)]
    [TestCase(DocSpaceGeneration.Version37, false)]
    [TestCase(DocSpaceGeneration.Next, true)]
    public async Task Say_which_DocSpace_it_is_so_that_already_the_first_update_behaves_as_told(DocSpaceGeneration generation, bool isStored)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions { DocSpacePortals = [new() { Generation = generation }] });
        await using ServiceProvider library = Library(sandbox);
        string id = sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, 1)[0];
        var clients = library.GetRequiredKeyedService<IClientManagement>("DocSpace");

        Task<OAuthClient> Update() => clients.UpdateAsync(id, c => c with { RedirectUris = ["https://new.example.com/cb"] });

        Assert.That(clients.Capabilities.CanUpdate("redirect_uris"), Is.EqualTo(isStored));
        if (isStored)
            Assert.That((await Update()).Metadata.RedirectUris, Is.EqualTo(new[] { "https://new.example.com/cb" }));
        else
            Assert.That(Update, Throws.TypeOf<OperationNotSupportedException>());
        Assert.That(sandbox.Requests.Count(r => r.Method == "PUT"), Is.EqualTo(isStored ? 1 : 0));
    }

    [Test]
    public async Task Leave_out_the_token_where_registration_is_open()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            DynamicRegistration = new() { InitialAccessTokens = [], Behavior = new() { InitialAccess = RegistrationAccess.Open } },
        });
        await using ServiceProvider library = Library(sandbox);

        await library.GetRequiredKeyedService<IClientManagement>("DynamicRegistration").CreateAsync(
            new ClientMetadata { ClientName = "Orders", RedirectUris = ["https://orders.example.com/cb"] });

        Assert.That(sandbox.DynamicRegistration.Count, Is.EqualTo(1));
    }

    private static ServiceProvider Library(SandboxServer sandbox) =>
        new ServiceCollection().AddClientManagement(sandbox).Services.BuildServiceProvider();
}
