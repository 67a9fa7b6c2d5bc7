using System.Reflection;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Mapping;

/// <summary>What the capabilities say is what the adapters do.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class CapabilitiesTests(ProviderCase provider) : ProviderFixture(provider)
{
    // What is neither in a specification nor a standard may be known to a newer server of Authlete.
    [TestCase("spiffeId")]
    [TestCase("post_logout_redirect_uris")]
    [TestCase("allowed_origins")]
    [TestCase("clientName")]
    [TestCase("client_secret")]
    [TestCase("nowhere_known")]
    public async Task A_vendor_property_is_taken_at_creation_exactly_if_the_capabilities_say_so(string name)
    {
        bool promised = Clients.Capabilities.CanSetAtCreation(name) && !IsStandard(name);
        bool taken = true;

        try
        {
            await Clients.CreateAsync(SampleMetadata.For(Clients.Capabilities).WithExtension(name, "text"));
        }
        catch (OperationNotSupportedException)
        {
            taken = false;
        }
        catch (MetadataNotStoredException)
        {
            // The server took the request and does not know the property.
        }

        Assert.That(taken, Is.EqualTo(promised));
    }

    [Test]
    public async Task Every_property_that_cannot_change_is_refused_by_its_name()
    {
        OAuthClient client = await Host.CreateAsync();
        string[] names = [.. Clients.Capabilities.Metadata.Values
            .Where(m => !m.Updatable && !IsStandard(m.Name) && !m.Name.EndsWith('#')).Select(m => m.Name)];

        // A server of dynamic registration has no such property but what it issues.
        names = names.Length > 0 ? names : ["client_id", "client_secret"];

        OperationNotSupportedException error = Assert.ThrowsAsync<OperationNotSupportedException>(() => Clients.UpdateAsync(
            client.ClientId, c => names.Aggregate(c, (metadata, name) => metadata.WithExtension(name, "another"))))!;

        Assert.That(error.Error.FieldErrors.Select(f => f.Name), Is.EquivalentTo(names));
    }

    [Test]
    public void A_change_that_returns_null_is_refused() => Assert.That(
        async () => await Clients.UpdateAsync((await Host.CreateAsync()).ClientId, _ => null!), Throws.ArgumentException);

    private static bool IsStandard(string name) => typeof(ClientMetadata).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Any(p => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name) == name);
}
