using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClientMgmt.Tests.Registration;

public sealed class LoggingTests
{
    [TestCaseSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
    public async Task No_log_of_any_level_holds_a_secret_or_a_credential(ProviderCase provider)
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync(provider.Sandbox);
        var log = new MemoryLog();
        Dictionary<string, string?> settings = provider.Settings(sandbox.BaseAddress);
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddClientManagement(new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create("Providers:main:" + s.Key, s.Value))).Build());
        await using ServiceProvider built = services.BuildServiceProvider();
        var clients = built.GetRequiredService<IClientManagement>();

        OAuthClient client = await clients.CreateAsync(SampleMetadata.For(clients.Capabilities));
        Secret rotated = clients.Capabilities.Supports(ClientOperation.RotateSecret)
            ? await clients.RotateSecretAsync(client.ClientId)
            : client.ClientSecret!;

        string[] secrets =
        [
            client.ClientSecret!.Reveal(), rotated.Reveal(),
            .. settings.Where(s => s.Key is "AccessToken" or "ServiceApiSecret" or "ApiKey" or "InitialAccessToken").Select(s => s.Value!),
            .. sandbox.DynamicRegistration.ClientIds.Select(id => sandbox.DynamicRegistration.FindToken(id)!),
        ];
        Assert.That((log.Entries.IsEmpty, log.Lines.Where(line => secrets.Any(line.Contains))), Is.EqualTo((false, Array.Empty<string>())));
    }
}
