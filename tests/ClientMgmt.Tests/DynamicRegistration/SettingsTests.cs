using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>What is wrong with the settings is told before any request.</summary>
public sealed class SettingsTests
{
    [Test]
    public void Nothing_forgets_clients_by_default() => Assert.That(
        Problems(p => p.RegistrationStore = null), Has.One.Contains("RegistrationStore is missing"));

    [Test]
    public void One_token_for_all_clients_needs_no_store() => Assert.That(
        Problems(p => (p.RegistrationStore, p.ManagementToken) = (null, new Secret("t"))), Is.Empty);

    [TestCase("memory")]
    [TestCase("/var/lib/registrations")]
    public void A_store_is_memory_by_name_or_a_folder(string store) => Assert.That(Problems(p => p.RegistrationStore = store), Is.Empty);

    [TestCase("registrations")]
    [TestCase("Memory")]
    public void A_relative_folder_is_a_mistake(string store) => Assert.That(
        Problems(p => p.RegistrationStore = store), Has.One.Contains("must be memory or the absolute path of a folder"));

    [Test]
    public void An_issuer_or_an_endpoint_is_needed() => Assert.That(
        Problems(p => p.Issuer = null), Has.One.Contains("Issuer is missing; Issuer or RegistrationEndpoint says where the API is."));

    [Test]
    public void An_endpoint_alone_is_enough() => Assert.That(
        Problems(p => (p.Issuer, p.RegistrationEndpoint) = (null, new Uri("https://as.example.test/register"))), Is.Empty);

    [Test]
    public void Plain_http_to_another_machine_is_a_mistake() => Assert.That(
        Problems(p => p.RegistrationEndpoint = new Uri("http://as.example.test/register")), Has.One.Contains("RegistrationEndpoint is plain http"));

    [Test]
    public void The_address_of_other_backends_is_none_of_its_settings() => Assert.That(
        Problems(p => p.BaseAddress = new Uri("https://as.example.test/")), Has.One.Contains("BaseAddress is not a setting of DynamicRegistration"));

    [TestCase("https://a.example/path")]
    [TestCase("a.example")]
    public void An_allowed_origin_is_no_more_than_that(string origins) => Assert.That(
        Problems(p => p.AllowedOrigins = origins), Has.One.Contains("AllowedOrigins must hold origins"));

    [Test]
    public void Two_tokens_are_one_too_many() => Assert.That(
        Problems(p => (p.RegistrationStore, p.InitialAccessToken, p.ManagementToken) = (null, new Secret("a"), new Secret("b"))),
        Has.Some.Contains("is one of several credentials"));

    private static IEnumerable<string> Problems(Action<ProviderOptions> change)
    {
        var services = new ServiceCollection();
        services.AddClientManagement().AddProvider("as", p =>
        {
            (p.Backend, p.Issuer, p.RegistrationStore) = (Backend.DynamicRegistration, new Uri("https://as.example.test/"), "memory");
            change(p);
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IClientManagement>();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return e.Failures;
        }
    }
}
