using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>The section <c>Resilience</c> of a provider.</summary>
[NonParallelizable]
public sealed class ResilienceConfigurationTests
{
    private const string Section = "Providers:main:Resilience";
    private const string VariablePrefix = "ResilienceConfigurationTests_ClientManagement__Providers__main__Resilience__";

    private static readonly string[] s_settings = [.. typeof(ResilienceOptions).GetProperties().Select(p => p.Name)];

    private static IEnumerable<TestCaseData> Types() => new (string Setting, string Expected, string[] Wrong)[]
    {
        ("MaxRetryAttempts", "must be a whole number.", ["canary", "1.5", "99999999999"]),
        ("RetryDelay", "must be a time such as 00:00:30 (hours:minutes:seconds).", ["canary", "5", "5s", "Infinite"]),
        ("AttemptTimeout", "must be a time such as 00:00:30 (hours:minutes:seconds), or Infinite.", ["canary", "30"]),
        ("TotalTimeout", "must be a time such as 00:00:30 (hours:minutes:seconds), or Infinite.", ["canary", "1"]),
        ("FailureRatio", "must be a number such as 0.5.", ["canary", "0,5", "50%"]),
        ("RequestsPerMinute:GET", "must be a whole number.", ["canary", "1e3"]),
        ("RequestsPerMinute", "must be a section, not a single value.", ["canary"]),
    }.SelectMany(r => r.Wrong.Select(w => new TestCaseData(r.Setting, r.Expected, w).SetArgDisplayNames(r.Setting, w)));

    [OneTimeTearDown]
    public void RemoveVariables()
    {
        Environment.SetEnvironmentVariable(VariablePrefix + "MaxRetryAttempts", null);
        Environment.SetEnvironmentVariable(VariablePrefix + "RequestsPerMinute__GET", null);
    }

    [Test]
    public void It_is_read_from_json()
    {
        const string Json = """
            { "ClientManagement": { "Providers": { "main": {
                "Backend": "AuthleteV3", "BaseAddress": "https://us.authlete.com/", "ServiceId": "1", "AccessToken": "t",
                "Resilience": {
                    "MaxRetryAttempts": 5, "FailureRatio": 0.25, "TotalTimeout": "00:02:00", "AttemptTimeout": "infinite",
                    "RequestsPerMinute": { "get": 100, "*": 600 } } } } } }
            """;
        using ServiceProvider services = SampleConfiguration.Build(
            new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Json))));

        ResilienceOptions read = services.GetRequiredService<IOptions<ClientManagementOptions>>().Value.Providers["main"].Resilience;

        Assert.That(
            (read.MaxRetryAttempts, read.FailureRatio, read.TotalTimeout, read.AttemptTimeout, read.MaxConcurrency),
            Is.EqualTo((5, 0.25, TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan, 64)));
        Assert.That(read.RequestsPerMinute, Is.EquivalentTo(new Dictionary<string, int> { ["get"] = 100, ["*"] = 600 }));
        Assert.That(read.RequestsPerMinute["GET"], Is.EqualTo(100));
    }

    [Test]
    public void It_is_read_from_environment_variables_over_what_a_file_says()
    {
        Environment.SetEnvironmentVariable(VariablePrefix + "MaxRetryAttempts", "7");
        Environment.SetEnvironmentVariable(VariablePrefix + "RequestsPerMinute__GET", "9");
        using ServiceProvider services = SampleConfiguration.Build(new ConfigurationBuilder()
            .AddInMemoryCollection(SampleConfiguration.Valid.Append(new(Section + ":MaxRetryAttempts", "1"))
                .Select(s => KeyValuePair.Create("ClientManagement:" + s.Key, s.Value)))
            .AddEnvironmentVariables("ResilienceConfigurationTests_"));

        ResilienceOptions read = services.GetRequiredService<IOptions<ClientManagementOptions>>().Value.Providers["main"].Resilience;

        Assert.That((read.MaxRetryAttempts, read.RequestsPerMinute["GET"]), Is.EqualTo((7, 9)));
    }

    [TestCaseSource(nameof(Types))]
    public void A_value_of_a_wrong_type_is_told_what_it_should_be_and_is_not_repeated(string setting, string expected, string value) =>
        Assert.That(
            SampleConfiguration.Errors(($"{Section}:{setting}", value)),
            Is.EqualTo(new[] { $"ClientManagement:{Section}:{setting} {expected}" }));

    [Test]
    public void An_unknown_setting_is_named_with_the_known_ones() => Assert.That(
        SampleConfiguration.Errors((Section + ":Retries", "5")),
        Is.EqualTo(new[]
        {
            $"ClientManagement:{Section}:Retries is not a known setting; known are "
                + $"{string.Join(", ", s_settings.Order(StringComparer.Ordinal))}.",
        }));

    [TestCase("FETCH")]
    [TestCase("HEAD")]
    [TestCase("GET POST")]
    public void An_unknown_method_is_named_with_the_known_ones(string method) => Assert.That(
        SampleConfiguration.Errors(($"{Section}:RequestsPerMinute:{method}", "5")),
        Is.EqualTo(new[]
        {
            $"ClientManagement:{Section}:RequestsPerMinute:{method} is not a known setting; "
                + "known are *, DELETE, GET, PATCH, POST, PUT.",
        }));

    [TestCase("GET")]
    [TestCase("post")]
    [TestCase("Put")]
    [TestCase("PATCH")]
    [TestCase("DELETE")]
    [TestCase("*")]
    public void A_method_of_the_backends_is_known(string method) =>
        Assert.That(() => SampleConfiguration.Validate(($"{Section}:RequestsPerMinute:{method}", "5")), Throws.Nothing);

    [Test]
    public void All_mistakes_are_reported_together() => Assert.That(
        SampleConfiguration.Errors(
            (Section + ":MaxRetryAttempts", "many"),
            (Section + ":Retries", "5"),
            (Section + ":MaxConcurrency", "0"),
            (Section + ":RequestsPerMinute:GET", "-1"),
            (Section + ":RequestsPerMinute:FETCH", "1"),
            ("Providers:office:Resilience:BreakDuration", "00:00:00"),
            ("Providers:legacy:Resilience", "x")),
        Has.Length.EqualTo(7));

    [Test]
    public void Each_provider_has_settings_of_its_own()
    {
        (string, string?) change = (Section + ":MaxRetryAttempts", "0");

        Assert.That(
            (SampleConfiguration.Read("main", change).Resilience.MaxRetryAttempts,
                SampleConfiguration.Read("office", change).Resilience.MaxRetryAttempts),
            Is.EqualTo((0, 3)));
    }

    [Test]
    public void Options_that_are_null_are_a_mistake_even_beside_a_section()
    {
        var services = new ServiceCollection();
        services.AddClientManagement(options => options.Providers["main"] = new ProviderOptions
        {
            Backend = Backend.DocSpace,
            BaseAddress = new Uri("https://portal.example.com/"),
            ApiKey = new Secret("sk-key"),
            Resilience = null!,
        });
        services.AddClientManagement(new ConfigurationBuilder().AddInMemoryCollection([new(Section + ":MaxRetryAttempts", "1")]).Build());
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("Providers:main:Resilience is null"));
    }
}
