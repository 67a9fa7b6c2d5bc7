using ClientMgmt.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Readme;

/// <summary>The example of a store in the application's database, as README has it.</summary>
public sealed class RegistrationStoreExample
{
    [Test]
    public async Task It_registers_the_store()
    {
        var services = new ServiceCollection();
        IConfiguration configuration = new ConfigurationBuilder().Build();
        const string connectionString = "Host=db.example.test";

        services.AddDbContextFactory<OrdersContext>(o => o.UseNpgsql(connectionString));
        services.AddClientRegistrationStore<OrdersContext>();
        services.AddClientManagement(configuration.GetSection("ClientManagement"))
            .AddProvider("main", o => o.RegistrationStoreCallback = application => application.GetRequiredService<IRegistrationStore>());

        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.That(provider.GetRequiredService<IRegistrationStore>(), Is.TypeOf<EntityFrameworkRegistrationStore<OrdersContext>>());
        await using OrdersContext context = await provider.GetRequiredService<IDbContextFactory<OrdersContext>>().CreateDbContextAsync();
        Assert.That(
            context.Model.GetEntityTypes().Select(t => t.GetTableName()),
            Is.EquivalentTo(new[] { "ClientRegistrations", "ClientRegistrationLeases" }));
    }

    public sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddClientRegistrations();
    }
}
