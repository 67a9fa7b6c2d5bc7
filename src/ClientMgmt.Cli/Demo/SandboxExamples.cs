using ClientMgmt.Cli.Configuration;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Cli.Demo;

/// <summary>
/// A few clients for each provider of a sandbox, so that there is something to try the tool with. For dynamic registration there are none:
/// who registers a client keeps its key, and nobody else could even list it.
/// </summary>
internal static class SandboxExamples
{
    // One transparent pixel.
    public const string Logo = "data:image/png;base64,"
        + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private static readonly (Backend Provider, ClientMetadata Client)[] s_clients =
    [
        (Backend.AuthleteV2, ForAuthlete("Intranet", "intranet.example.com")),
        (Backend.AuthleteV2, ForAuthlete("Payroll", "payroll.example.com")),
        (Backend.AuthleteV3, ForAuthlete("Billing", "billing.example.com")),
        (Backend.AuthleteV3, ForAuthlete("Orders", "orders.example.com")),
        (Backend.DocSpace, ForDocSpace("Archive", "archive.example.com")),
        (Backend.DocSpace, ForDocSpace("Wiki", "wiki.example.com")),
    ];

    public static async Task AddAsync(SandboxServer sandbox, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddClientManagement(
            new ConfigurationBuilder().AddInMemoryCollection(sandbox.Settings).Build().GetSection(SandboxSettings.Section));
        ServiceProvider provider = services.BuildServiceProvider();
        await using (provider.ConfigureAwait(false))
        {
            var factory = provider.GetRequiredService<IClientManagementFactory>();
            foreach ((Backend name, ClientMetadata client) in s_clients)
            {
                await factory.GetProvider(name.ToString()).CreateAsync(client, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static ClientMetadata ForAuthlete(string name, string host) => new()
    {
        ClientName = name,
        RedirectUris = [$"https://{host}/cb"],
        TokenEndpointAuthMethod = ClientAuthenticationMethods.ClientSecretBasic,
    };

    // DocSpace creates no client without all of these.
    private static ClientMetadata ForDocSpace(string name, string host) => new()
    {
        ClientName = name,
        ClientUri = $"https://{host}/",
        LogoUri = Logo,
        PolicyUri = $"https://{host}/privacy",
        TosUri = $"https://{host}/terms",
        RedirectUris = [$"https://{host}/cb"],
        PostLogoutRedirectUris = [$"https://{host}/bye"],
        AllowedOrigins = [$"https://{host}"],
        Scope = "openid",
    };
}
