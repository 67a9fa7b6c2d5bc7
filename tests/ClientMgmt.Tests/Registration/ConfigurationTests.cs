using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Registration;

public sealed class ConfigurationTests
{
    private static IEnumerable<TestCaseData> Mistakes =>
    [
        Mistake("a missing backend", "Providers:main:Backend", null, "Providers:main:Backend is missing"),
        Mistake("an unknown backend", "Providers:main:Backend", "Auth0", "Providers:main:Backend must be one of AuthleteV2"),
        Mistake("a number for a backend", "Providers:main:Backend", "1", "Providers:main:Backend must be one of"),
        Mistake("two backends", "Providers:main:Backend", "AuthleteV3,DocSpace", "Providers:main:Backend must be one of"),
        Mistake("a missing address", "Providers:main:BaseAddress", null, "Providers:main:BaseAddress is missing; it says where the API is."),
        Mistake("a relative address", "Providers:main:BaseAddress", "us.authlete.com", "Providers:main:BaseAddress must be an absolute URL such as"),
        Mistake("another scheme", "Providers:main:BaseAddress", "ftp://a.example", "Providers:main:BaseAddress must begin with https://"),
        Mistake("an address that ends in /api", "Providers:main:BaseAddress", "https://us.authlete.com/api", "must not end in /api"),
        Mistake("an address with a password", "Providers:main:BaseAddress", "https://u:p@a.example", "must not hold a user name"),
        Mistake("an address with a short user name", "Providers:main:BaseAddress", "https://u@a.example", "must not hold a user name"),
        Mistake("an address with an empty query", "Providers:main:BaseAddress", "https://a.example/?", "must not hold a query or a fragment."),
        Mistake("an address with an empty fragment", "Providers:main:BaseAddress", "https://a.example/#", "must not hold a query or a fragment."),
        Mistake("a missing service id", "Providers:main:ServiceId", null, "Providers:main:ServiceId is missing"),
        Mistake("a service id that is no number", "Providers:main:ServiceId", "x", "Providers:main:ServiceId must be the decimal"),
        Mistake("a missing credential", "Providers:main:AccessToken", null, "Providers:main:AccessToken is missing; the credential may be given by AccessToken."),
        Mistake("half a credential", "Providers:legacy:ServiceApiSecret", null, "Providers:legacy:ServiceApiSecret is missing beside ServiceApiKey."),
        Mistake("two credentials", "Providers:office:AscAuthKey", "x", "Providers:office:ApiKey is one of several credentials"),
        Mistake("a line break in a credential", "Providers:main:AccessToken", "a\nb", "Providers:main:AccessToken must consist of visible ASCII"),
        Mistake("a setting of another backend", "Providers:main:ApiKey", "x", "Providers:main:ApiKey is not a setting of AuthleteV3"),
        Mistake("a misspelt setting", "Providers:main:BaseAdress", "x", "Providers:main:BaseAdress is not a known setting"),
        Mistake("what only code can set", "Providers:main:CredentialCallback", "x", "Providers:main:CredentialCallback is not a known setting"),
        Mistake("a misspelt section", "Provders:main", "x", "Provders is not a known setting"),
        Mistake("a timeout beside the other ones", "Providers:main:Timeout", "00:00:30", "Providers:main:Timeout is not a known setting"),
        Mistake("a permission that is neither given nor denied", "Providers:main:AllowHttp", "maybe", "Providers:main:AllowHttp must be true or false"),
        Mistake("a section for a single value", "Providers:main:BaseAddress:x", "y", "Providers:main:BaseAddress must be a single value"),
        Mistake("a single value for a provider", "Providers:other", "x", "Providers:other must be a section"),
        Mistake("an unknown default", "Provider", "other", "Provider names no entry of Providers; use one of legacy, main, office"),
        Mistake("no default among several", "Provider", null, "Provider is missing; set it to one of legacy, main, office"),
        Mistake("an unknown path prefix", "Providers:office:PathPrefix", "v9", "Providers:office:PathPrefix must be api/2.0"),
        Mistake("no cookie for version 3.0", "Providers:office:ServerVersion", "3.0", "Providers:office:AscAuthKey is missing"),
        Mistake("a bound that is no number", "MaxResponseBytes", "many", "MaxResponseBytes must be a whole number."),
        Mistake("a bound that nothing fits in", "MaxResponseBytes", "0", "MaxResponseBytes must be between 1 and 2147483647."),
        Mistake("a bound that no memory holds", "MaxResponseBytes", "2147483648", "MaxResponseBytes must be between 1 and 2147483647."),
        Mistake("a version in words", "Providers:office:ServerVersion", "newest", "Providers:office:ServerVersion must be a version such as 3.6."),
    ];

    [Test]
    public void A_section_without_mistakes_is_accepted() => Assert.That(() => SampleConfiguration.Validate(), Throws.Nothing);

    [TestCaseSource(nameof(Mistakes))]
    public void It_is_named_by_its_key(string key, string? value, string expected)
    {
        string[] errors = SampleConfiguration.Errors((key, value));

        Assert.That(errors, Has.Some.StartsWith("ClientManagement:" + expected).Or.Some.Contains(expected));
    }

    // A sentence that tests compare only with the beginning of would hide what follows.
    [Test]
    public void Every_report_is_a_sentence() => Assert.That(
        Mistakes.SelectMany(m => SampleConfiguration.Errors(((string)m.Arguments[0]!, (string?)m.Arguments[1]))), Is.All.EndWith("."));

    [Test]
    public void The_known_settings_are_those_that_a_section_can_hold_in_order() => Assert.That(
        SampleConfiguration.Errors(("Providers:main:BaseAdress", "x")).Single(),
        Does.Contain("; known are AccessToken, AllowHttp, AllowedOrigins, ApiKey, ").And.EndWith(", Signature, Switches.").And.Not.Contain("Callback"));

    [Test]
    public void The_whole_configuration_may_be_the_section_and_keys_are_told_without_a_prefix()
    {
        var services = new ServiceCollection();
        services.AddClientManagement(new ConfigurationBuilder().Build());
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<OptionsValidationException>().With.Message.EqualTo("Providers names no provider; at least one is needed."));
    }

    // As variables of the environment often are.
    [Test]
    public void A_key_may_be_written_in_another_case() => Assert.That(
        SampleConfiguration.Read("office", ("PROVIDERS:OFFICE:SERVERVERSION", "3.1")).ServerVersion, Is.EqualTo(new Version(3, 1)));

    [TestCase("1")]
    [TestCase("2147483647")]
    public void Answers_may_be_bounded_by_what_memory_holds(string bytes) =>
        Assert.That(() => SampleConfiguration.Validate(("MaxResponseBytes", bytes)), Throws.Nothing);

    [Test]
    public void A_version_may_be_a_whole_number() => Assert.That(
        SampleConfiguration.Read("office", ("Providers:office:ServerVersion", "3")).ServerVersion, Is.EqualTo(new Version(3, 0)));

    [Test]
    public void All_mistakes_are_reported_together()
    {
        string[] errors = SampleConfiguration.Errors(new Dictionary<string, string?>
        {
            ["Provider"] = "nowhere",
            ["Providers:a:Backend"] = "Auth0",
            ["Providers:b:Backend"] = "AuthleteV3",
            ["Providers:b:BaseAddress"] = "not a url",
        });

        Assert.That(errors, Has.Length.EqualTo(6), string.Join('\n', errors));
    }

    [Test]
    public void No_report_repeats_a_value()
    {
        string[] errors = SampleConfiguration.Errors(SampleConfiguration.Valid.ToDictionary(
            s => s.Key, string? (s) => s.Key.Contains("main:", StringComparison.Ordinal) ? "canary\n" : s.Value));

        Assert.That(errors, Is.Not.Empty.And.All.Not.Contains("canary"));
    }

    [Test]
    public void The_only_provider_is_the_default()
    {
        using ServiceProvider services = SampleConfiguration.Build(SampleConfiguration.Valid
            .Where(s => s.Key.StartsWith("Providers:main", StringComparison.Ordinal)).ToDictionary(s => s.Key, s => s.Value));

        Assert.That(services.GetRequiredService<IClientManagement>().Provider, Is.EqualTo("main"));
    }

    private static TestCaseData Mistake(string name, string key, string? value, string expected) =>
        new TestCaseData(key, value, expected).SetArgDisplayNames(name);
}
