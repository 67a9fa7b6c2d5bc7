using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Registration;

/// <summary>A section with a provider of each backend, to make mistakes in. Keys are told without the section's name.</summary>
internal static class SampleConfiguration
{
    public static IReadOnlyDictionary<string, string?> Valid { get; } = new Dictionary<string, string?>
    {
        ["Provider"] = "main",
        ["Providers:main:Backend"] = "AuthleteV3",
        ["Providers:main:BaseAddress"] = "https://us.authlete.com/",
        ["Providers:main:ServiceId"] = "42",
        ["Providers:main:AccessToken"] = "token",
        ["Providers:legacy:Backend"] = "AuthleteV2",
        ["Providers:legacy:BaseAddress"] = "https://api.authlete.com/",
        ["Providers:legacy:ServiceApiKey"] = "7",
        ["Providers:legacy:ServiceApiSecret"] = "secret",
        ["Providers:office:Backend"] = "DocSpace",
        ["Providers:office:BaseAddress"] = "https://portal.example.com/",
        ["Providers:office:ApiKey"] = "sk-key",
    };

    /// <summary>The mistakes that changes to the valid section make.</summary>
    public static string[] Errors(params (string Key, string? Value)[] changes) => Errors(Changed(changes));

    public static string[] Errors(IReadOnlyDictionary<string, string?> settings) =>
        [.. Assert.Throws<OptionsValidationException>(() => Validate(settings))!.Failures];

    public static void Validate(params (string Key, string? Value)[] changes) => Validate(Changed(changes));

    public static void Validate(IReadOnlyDictionary<string, string?> settings)
    {
        using ServiceProvider services = Build(settings);
        services.GetRequiredService<IStartupValidator>().Validate();
    }

    /// <summary>What is read of a provider.</summary>
    public static ProviderOptions Read(string provider, params (string Key, string? Value)[] changes)
    {
        using ServiceProvider services = Build(Changed(changes));
        return services.GetRequiredService<IOptionsMonitor<ClientManagementOptions>>().CurrentValue.Providers[provider];
    }

    public static ServiceProvider Build(IReadOnlyDictionary<string, string?> settings) => Build(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Where(s => s.Value is not null)
            .Select(s => KeyValuePair.Create("ClientManagement:" + s.Key, s.Value))));

    public static ServiceProvider Build(IConfigurationBuilder configuration)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.Build().GetSection("ClientManagement"));
        return services.BuildServiceProvider();
    }

    private static Dictionary<string, string?> Changed((string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Valid);
        foreach ((string key, string? value) in changes)
        {
            settings[key] = value;
        }

        return settings;
    }
}
