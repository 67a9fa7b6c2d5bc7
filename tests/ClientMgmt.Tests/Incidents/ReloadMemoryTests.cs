using System.Runtime.CompilerServices;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>What reloads replace is let go.</summary>
public sealed class ReloadMemoryTests
{
    private const int Reloads = 200;

    [Test]
    public async Task Of_many_generations_of_options_with_a_callback_one_stays()
    {
        var generations = new List<WeakReference>();
        var server = new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client));
        await using var application = new Application(builder => builder
            .AddProvider("main", p => Fill(p, generations))
            .ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => server)));
        await ReloadAsync(application);

        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That((generations.Count, generations.Count(g => g.IsAlive)), Is.EqualTo((Reloads + 1, 1)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task ReloadAsync(Application application)
    {
        await application.Clients.GetAsync("17");
        for (int i = 0; i < Reloads; i++)
        {
            application.Reload.Now();
            await application.Clients.GetAsync("17");
        }
    }

    // A callback that holds the options that it belongs to, as one of an application may.
    private static void Fill(ProviderOptions provider, List<WeakReference> generations)
    {
        generations.Add(new WeakReference(provider));
        Application.Fill(provider, Backend.AuthleteV3);
        provider.AccessToken = null;
        provider.CredentialCallback = (_, _) => ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret($"token-of-{provider.ServiceId}")));
    }
}
