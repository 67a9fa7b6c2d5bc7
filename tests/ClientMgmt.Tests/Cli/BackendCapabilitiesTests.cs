namespace ClientMgmt.Tests.Cli;

/// <summary>What a backend can store is told without a credential as it is with one.</summary>
public sealed class BackendCapabilitiesTests
{
    [Test]
    public void Every_backend_is_described_by_its_name_alone([Values] Backend backend)
    {
        Capabilities capabilities = BackendCapabilities.Of(new ProviderOptions { Backend = backend });

        Assert.That(capabilities.CanSetAtCreation("redirect_uris"));
        Assert.That(capabilities.Supports(ClientOperation.Create));
        Assert.That(capabilities.ClientIdComparer.Equals("a", "A"), Is.EqualTo(backend == Backend.DocSpace));
    }

    [Test]
    public void Settings_that_matter_are_heeded()
    {
        var owned = BackendCapabilities.Of(new ProviderOptions { Backend = Backend.AuthleteV2, Developer = "me" });
        var old = BackendCapabilities.Of(new ProviderOptions { Backend = Backend.DocSpace, ServerVersion = new Version(3, 6) });

        Assert.That(owned.CanSetAtCreation("developer"), Is.Not.EqualTo(
            BackendCapabilities.Of(new ProviderOptions { Backend = Backend.AuthleteV2 }).CanSetAtCreation("developer")));
        Assert.That(old.Supports(ClientOperation.SetRequestableScopes), Is.False);
    }

    [Test]
    public void Settings_without_a_backend_are_refused() =>
        Assert.That(() => BackendCapabilities.Of(new ProviderOptions()), Throws.ArgumentException);
}
