using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Canaries;

/// <summary>Figure 7: a secret in every place, every operation, and a look at everything that can be seen.</summary>
[TestFixture]
internal sealed class CanaryTests
{
    private static readonly bool s_isFull = Figure.IsFull;

    // Those that send and receive secrets other than their credential.
    private static readonly ClientOperation[] s_few = [ClientOperation.Create, ClientOperation.Update, ClientOperation.RotateSecret];

    private readonly Sightings _seen = new();
    private readonly HashSet<string> _passed = [];
    private readonly HashSet<string> _operations = [];
    private int _runs;

    [OneTimeSetUp]
    public async Task RunEverything()
    {
        foreach (CanaryProvider provider in CanaryProvider.All)
        {
            foreach (ClientOperation operation in s_isFull || provider.IsFirst ? Enum.GetValues<ClientOperation>() : s_few)
            {
                foreach (string behaviour in CanaryServer.Behaviours)
                {
                    await RunAsync(provider, operation, behaviour, isExchangeHit: false);
                }
            }

            foreach (string behaviour in provider.Exchanges ? CanaryServer.Behaviours : [])
            {
                await RunAsync(provider, ClientOperation.Update, behaviour, isExchangeHit: true);
            }
        }

        foreach (ProviderCase provider in ProviderCases.Defaults.Concat(ProviderCases.RegistrationVariants.Where(p => p.IsManaged)))
        {
            await CanarySandbox.LookAsync(_seen, provider);
        }

        await CanaryTool.LookAsync(_seen);
    }

    [OneTimeTearDown]
    public void Stop() => _seen.Dispose();

    [Test]
    public void Secrets_are_seen_nowhere_but_where_documented()
    {
        string[] found =
        [
            .. _seen.Found.Where(f => !Documented.Sightings.Any(d => (d.Sink, d.Place) == f.Key))
                .Select(f => $"{f.Key.Place} in {f.Key.Sink}: {f.Value}"),
        ];
        string figure = $"figure 7: {Canary.Places.Count} places x {_operations.Count} operations x {_seen.Sinks.Count} sinks, "
            + $"found {found.Length} ({_runs} runs, {_seen.Sinks.Values.Sum()} texts{(s_isFull ? "" : ", reduced size")})";
        Figure.Print(figure);

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void What_is_documented_is_seen() => Assert.That(
        Documented.Sightings.Where(d => !_seen.Found.ContainsKey((d.Sink, d.Place))), Is.Empty);

    // A secret that was nowhere could not be found.
    [Test]
    public void Every_secret_went_over_the_wire() => Assert.That(
        Canary.Places.Except(_passed).Where(place => !place.StartsWith(nameof(SandboxDefaults), StringComparison.Ordinal)), Is.Empty);

    private async Task RunAsync(CanaryProvider provider, ClientOperation operation, string behaviour, bool isExchangeHit)
    {
        using var watch = new Watch();
        var server = new CanaryServer(provider.Backend, behaviour, isExchangeHit)
        {
            // The read before the write shall succeed, so that there is a write.
            Patience = operation == ClientOperation.Update ? 1 : 0,
        };
        ProviderOptions? options = null;
        using WireHost host = WireHost.For(
            provider.Backend, p => provider.Apply(options = p), time: new InstantTime(), watch: watch).OnAny(server.AnswerAsync);
        IClientManagement clients = host.Clients;
        await host.KnowAsync("17", Canary.ClientKey, Canary.ClientAddress);
        if (!clients.Capabilities.Supports(operation) && behaviour != CanaryServer.Success)
        {
            return;
        }

        _runs++;
        _operations.Add($"{provider.Backend} {operation}");
        try
        {
            if (await CanaryOperations.RunAsync(clients, operation, "17") is { } result)
            {
                _seen.LookAt("result", result);
            }
        }
        catch (Exception e)
        {
            _seen.LookAt(e);
        }

        _seen.LookAt(watch.Log);
        _passed.UnionWith(server.Passed);
        if (operation == ClientOperation.Create && behaviour == CanaryServer.Success)
        {
            _seen.LookAt("options", options!);
            _seen.LookAt("credential", options!.CredentialCallback is { } callback
                ? await callback(null!, default)
                : ProviderCredential.FromApiKey(new Secret(Canary.ApiKey)));
        }
    }
}
