using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>Mistakes that only code can make, and registrations that are made twice or in parts.</summary>
internal sealed class CodeMistakeTests
{
    private static IEnumerable<TestCaseData> Mistakes() =>
    [
        Mistake(o => o.Providers.Clear(), "Providers names no provider; at least one is needed."),
        Mistake(o => o.Providers["main"] = null!, "Providers:main is null; describe the provider or remove it."),
        Mistake(o => o.Providers["main"].BaseAddress = new Uri("api", UriKind.Relative), "Providers:main:BaseAddress must be an absolute URL."),
        Mistake(
            o => o.Providers["main"].CredentialCallback = (_, _) => ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret("x"))),
            "Providers:main:AccessToken must not be set beside CredentialCallback; remove one of them."),
        Mistake(
            o => o.Providers["Zoo"] = o.Providers["Alpha"] = WireHost.Settings(Backend.AuthleteV3),
            "Provider is missing; set it to one of Alpha, main, Zoo."),
    ];

    [TestCaseSource(nameof(Mistakes))]
    public void It_is_named_by_its_key(Action<ClientManagementOptions> make, string expected)
    {
        using ServiceProvider services = Build(s => s.AddClientManagement(make));

        Assert.That(
            () => services.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<OptionsValidationException>().With.Property(nameof(OptionsValidationException.Failures)).EqualTo(new[] { expected }));
    }

    [Test]
    public void A_section_may_write_the_name_of_a_provider_in_another_case()
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Identity:Providers:MAIN:BaseAdress", (string?)"x")]).Build();
        using ServiceProvider services = Build(s => s.AddClientManagement(configuration.GetSection("Identity")));

        Assert.That(
            () => services.GetRequiredService<IClientManagement>(),
            Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("Identity:Providers:MAIN:BaseAdress is not a known setting"));
    }

    [Test]
    public void Without_a_default_there_is_no_plain_instance()
    {
        using ServiceProvider services = Build(s => s.AddClientManagement(o => o.Provider = "nobody"));

        Assert.That(
            () => services.GetRequiredService<IClientManagement>(),
            Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo("Provider names no entry of Providers; use one of main."));
    }

    [Test]
    public void Registering_twice_adds_nothing()
    {
        IServiceCollection services = new ServiceCollection();
        services.AddClientManagement();
        int count = services.Count;

        services.AddClientManagement();

        Assert.That(services, Has.Count.EqualTo(count));
    }

    [TestCase(null, "main")]
    [TestCase("identity", "identity")]
    public void A_health_check_has_the_name_of_its_provider_or_one_of_its_own(string? name, string expected)
    {
        using ServiceProvider services = Build(s => s.AddHealthChecks().AddClientManagement("main", name));

        Assert.That(
            services.GetRequiredService<IOptions<HealthCheckServiceOptions>>().Value.Registrations.Single().Name, Is.EqualTo(expected));
    }

    private static ServiceProvider Build(Action<IServiceCollection> add)
    {
        IServiceCollection services = new ServiceCollection().AddLogging();
        services.AddClientManagement(o => o.Providers["main"] = WireHost.Settings(Backend.AuthleteV3));
        add(services);
        return services.BuildServiceProvider();
    }

    private static TestCaseData Mistake(Action<ClientManagementOptions> make, string expected) =>
        new TestCaseData(make, expected).SetArgDisplayNames(expected);
}
