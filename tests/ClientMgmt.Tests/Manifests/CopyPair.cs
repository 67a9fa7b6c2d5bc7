using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Manifests;

/// <summary>Two providers, and copies from one to the other.</summary>
internal sealed class CopyPair(TestHost source, TestHost target) : IAsyncDisposable
{
    public IClientManagement Source => source.Clients;

    public IClientManagement Target => target.Clients;

    /// <summary>The paths of the requests that change something at the target.</summary>
    public string[] Writes => [.. target.Writes.Select(r => r.Target)];

    /// <summary>The number of requests to the target.</summary>
    public int Requests => target.Sandbox.Requests.Count;

    public static async Task<CopyPair> StartAsync() => new(
        await TestHost.StartAsync(ProviderCases.AuthleteV2, name: "source"), await TestHost.StartAsync(ProviderCases.AuthleteV3, name: "target"));

    public Task<OAuthClient> CreateAsync(string name = "Copied") => Source.CreateAsync(new ClientMetadata { ClientName = name });

    public Task<CopyPlan> PlanAsync(CopyOptions options) => CopyPlan.CreateAsync(Source, Target, options with { AllowLoss = true });

    public async Task<CopyItem> ItemAsync(CopyOptions options) => (await PlanAsync(options)).Items.Single();

    public async Task<CopyResult> RunAsync(CopyOptions options) => (await (await PlanAsync(options)).RunAsync(Target)).Single();

    public void ClearRequests() => target.Sandbox.ClearRequests();

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await target.DisposeAsync();
    }
}
