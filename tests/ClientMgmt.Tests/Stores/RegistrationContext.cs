using Microsoft.EntityFrameworkCore;

namespace ClientMgmt.Tests.Stores;

/// <summary>An application's context, with the tables of registrations in its model.</summary>
internal sealed class RegistrationContext(DbContextOptions<RegistrationContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddClientRegistrations();
}
