using ClientMgmt.Manifests;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Manifests;

/// <summary>A translation that the server does not keep was taken for stored, because errors call it by another name.</summary>
public sealed class StoredTranslationTests
{
    [TestCase("""{"clientId":17,"clientName":"A"}""", ApplyStatus.Failed)]
    [TestCase("""{"clientId":17,"clientName":"A","clientNames":[{"tag":"de","value":"B"}]}""", ApplyStatus.Done)]
    public async Task One_that_the_server_does_not_keep_is_told(string stored, ApplyStatus expected)
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnAny((request, _) => Task.FromResult(WireAnswer.Ok(
            request.RequestUri!.AbsolutePath.EndsWith("/list", StringComparison.Ordinal) ? """{"clients":[],"totalCount":0}""" : stored).ToResponse()));
        var client = new ClientMetadata { ClientName = "A", ClientNames = new Dictionary<string, string> { ["de"] = "B" } };
        ClientManifest manifest = ClientManifest.From(new OAuthClient { ClientId = "17", Metadata = client }, host.Clients.Capabilities) with { ClientId = null };

        ManifestPlan plan = await ManifestPlan.CreateAsync(host.Clients, [manifest]);
        ApplyResult result = (await plan.ApplyAsync(host.Clients)).Single();

        Assert.That((result.Status, string.Join(' ', result.NotStored)), Is.EqualTo((expected, expected == ApplyStatus.Done ? "" : "client_names")));
    }
}
