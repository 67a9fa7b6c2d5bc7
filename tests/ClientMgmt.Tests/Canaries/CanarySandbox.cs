using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Canaries;

/// <summary>All operations over real HTTP, where .NET too makes spans, measurements and log messages of its own.</summary>
internal static class CanarySandbox
{
    public static async Task LookAsync(Sightings seen, ProviderCase provider)
    {
        using var watch = new Watch();
        await using TestHost host = await TestHost.StartAsync(provider, watch: watch);
        var secrets = new HashSet<string>();
        seen.Keeps = true;
        foreach (ClientOperation operation in Enum.GetValues<ClientOperation>().Where(host.Clients.Capabilities.Supports))
        {
            OAuthClient client = await host.CreateAsync();
            secrets.Add(client.ClientSecret!.Reveal());
            AddKeys(host, secrets);
            await LookAsync(seen, host, operation, client.ClientId, secrets);
            await LookAsync(seen, host, operation, "99", secrets);
        }

        AddKeys(host, secrets);
        seen.LookAt(watch.Log);
        secrets.UnionWith(host.Sandbox.Requests.Select(r => r.Headers.GetValueOrDefault("x-signature")).OfType<string>());
        foreach (string secret in secrets)
        {
            seen.LookBack("a secret that the sandbox made", secret);
        }

        seen.Keeps = false;
    }

    // A server may replace the key to a client with each change.
    private static void AddKeys(TestHost host, HashSet<string> secrets) => secrets.UnionWith(
        host.Sandbox.DynamicRegistration.ClientIds.Select(host.Sandbox.DynamicRegistration.FindToken).OfType<string>());

    private static async Task LookAsync(
        Sightings seen, TestHost host, ClientOperation operation, string clientId, HashSet<string> secrets)
    {
        try
        {
            object? result = await CanaryOperations.RunAsync(host.Clients, operation, clientId);
            if (result is not null)
            {
                seen.LookAt("result", result);
            }

            if ((result as Secret ?? (result as OAuthClient)?.ClientSecret) is { } secret)
            {
                secrets.Add(secret.Reveal());
            }
        }
        catch (ClientManagementException e)
        {
            seen.LookAt(e);
        }
    }
}
