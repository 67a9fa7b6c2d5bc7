using ClientMgmt.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>The tables of client registrations in a model.</summary>
public static class ClientRegistrationModelBuilderExtensions
{
    /// <summary>
    /// Adds two tables: <c>ClientRegistrations</c> with the keys to the clients, and <c>ClientRegistrationLeases</c> with who uses
    /// which client at the moment. Call it in <see cref="DbContext.OnModelCreating"/>; migrations then make the tables.
    /// </summary>
    /// <param name="model">The model of the application's context.</param>
    /// <param name="schema">The schema of both; by default that of the model.</param>
    /// <returns>The same model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public static ModelBuilder AddClientRegistrations(this ModelBuilder model, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        EntityTypeBuilder<RegistrationRow> registrations = model.Entity<RegistrationRow>();
        registrations.ToTable("ClientRegistrations", schema).HasKey(r => r.Id);
        registrations.HasIndex(r => r.ServerId);
        registrations.Property(r => r.Id).HasMaxLength(RowKey.Length).IsUnicode(false);
        registrations.Property(r => r.ServerId).HasMaxLength(RowKey.Length).IsUnicode(false);
        EntityTypeBuilder<LeaseRow> leases = model.Entity<LeaseRow>();
        leases.ToTable("ClientRegistrationLeases", schema).HasKey(l => l.Id);
        leases.Property(l => l.Id).HasMaxLength(RowKey.Length).IsUnicode(false);
        return model;
    }
}
