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
        var ownerless = BackendCapabilities.Of(new ProviderOptions { Backend = Backend.AuthleteV2 });

        Assert.That((ownerless.Metadata["developer"].RequiredAtCreation, owned.Metadata["developer"].RequiredAtCreation), Is.EqualTo((true, false)));
        Assert.That(old.Supports(ClientOperation.SetRequestableScopes), Is.False);
    }

    [Test]
    public void Settings_without_a_backend_are_refused() =>
        Assert.That(() => BackendCapabilities.Of(new ProviderOptions()), Throws.ArgumentException);

    [Test]
    public void Settings_that_say_of_no_server_what_it_is_are_refused_by_their_names()
    {
        (string Setting, Action<ProviderOptions> Set)[] mistakes =
        [
            ("Server", p => p.Server = (RegistrationServer)99),
            ("Switches", p => p.Switches = null!),
            ("Switches:Missing", p => p.Switches.Missing = "Foo"),
        ];
        foreach ((string setting, Action<ProviderOptions> set) in mistakes)
        {
            var options = new ProviderOptions { Backend = Backend.DynamicRegistration };
            set(options);

            Assert.That(
                () => BackendCapabilities.Of(options),
                Throws.ArgumentException.With.Message.StartsWith(setting + " ").And.Property(nameof(ArgumentException.ParamName)).EqualTo("options"));
        }
    }
}
