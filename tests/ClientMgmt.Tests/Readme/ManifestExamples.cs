using ClientMgmt.Manifests;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Readme;

/// <summary>The example of the manifests' README, as it stands there.</summary>
public sealed class ManifestExamples
{
    [Test]
    public async Task The_example_runs()
    {
        await using TestHost host = await TestHost.StartAsync(ProviderCases.AuthleteV3);
        await using TestHost other = await TestHost.StartAsync(ProviderCases.DocSpace, name: "other");
        (IClientManagement clients, IClientManagement authlete, IClientManagement docSpace) = (host.Clients, host.Clients, other.Clients);
        using var temporary = new TemporaryFolder();
        string folder = temporary.Path;
        await host.CreateAsync("Orders");
        await other.CreateAsync("Invoices");

        await ManifestExporter.ExportToFolderAsync(clients, folder);

        IReadOnlyList<ClientManifest> manifests = await ManifestReader.ReadAsync([folder]);
        ManifestValidation validation = ManifestValidation.Of(manifests, clients.Capabilities);   // problems and warnings, without a request
        ManifestPlan plan = await ManifestPlan.CreateAsync(clients, manifests, new PlanOptions { Prune = true, MaxDeletes = 5 });
        foreach (ClientChange change in plan.Changes)
        {
            Console.WriteLine($"{change.Kind}: {change.Properties.Count} properties");   // with old and new values
        }

        if (plan.Problems.Count == 0)   // else ApplyAsync throws them
        {
            IReadOnlyList<ApplyResult> results = await plan.ApplyAsync(clients, new ApplyOptions { MaxConcurrency = 8 });
            foreach (ApplyResult result in results.Where(r => r.Status != ApplyStatus.Done))
            {
                Console.WriteLine(result.Message);   // says what to do
            }
        }

        CopyPlan copy = await CopyPlan.CreateAsync(docSpace, authlete, new CopyOptions { AllowLoss = true });
        IReadOnlyList<CopyResult> copied = await copy.RunAsync(authlete);   // each Mapping has the new id and secret

        Assert.That((plan.Problems.Count, validation.Problems.Count, copied.Count), Is.EqualTo((0, 0, 1)));
    }
}
