using System.Net;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using static ClientMgmt.Tests.Wire.WireAnswer;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Points where the answer to a request is waited for, be it the operation's own or one that follows from it.</summary>
internal static class RequestPoints
{
    private const string Id = WireOperation.Id;

    private static readonly WireAnswer s_client = Ok(AuthleteOperations.Client);
    private static readonly WireAnswer s_renamed = Ok(AuthleteOperations.Updated);
    private static readonly WireAnswer s_portalClient = Ok(DocSpaceOperations.Client);
    private static readonly WireAnswer s_registered = Ok(RegistrationOperations.Client);
    private static readonly WireAnswer s_signature = Ok("""{"response":"a-signature"}""");

    public static IEnumerable<CancellationPoint> All =>
    [
        new("while headers are waited for", token => HoldAsync(
            Backend.AuthleteV3, new(s_client), c => c.GetAsync(Id, token))),
        new("in the body", InBodyAsync),
        new("in the second attempt", token => HoldAsync(
            Backend.AuthleteV3, new(s_client, Of(500)), c => c.GetAsync(Id, token))),
        new("in the read before an update", token => HoldAsync(
            Backend.AuthleteV3, new(s_client), c => c.UpdateAsync(Id, Rename, token))),
        new("in the write of an update", token => HoldAsync(
            Backend.AuthleteV3, new(s_renamed, s_client), c => c.UpdateAsync(Id, Rename, token))),
        new("in the read after an update", token => HoldAsync(
            Backend.DocSpace, new(s_portalClient, s_portalClient, Ok()), c => c.UpdateAsync(Id, Rename, token))),
        new("in the read back after an unknown outcome", token => HoldAsync(
            Backend.AuthleteV3, new(s_client, s_client, Of(500)), c => c.UpdateAsync(Id, Rename, token))),
        new("in the read back after a deletion", token => HoldAsync(
            Backend.AuthleteV3, new(s_client, Of(500)), c => c.DeleteAsync(Id, token))),
        new("in the read of a secret that the answer does not tell", token => HoldAsync(
            Backend.AuthleteV3, new(s_client, Ok("{}")), c => c.RotateSecretAsync(Id, token))),
        new("in the exchange of the credential", token => HoldAsync(
            Backend.DocSpace, new(s_signature), c => c.GetAsync(Id, token), UseApiKey)),
        new("in a registration whose answer brings no key", token => HoldAsync(
            Backend.DynamicRegistration, new(s_registered), c => c.CreateAsync(new() { ClientName = "New ü" }, token))),
        new("in the write of an update whose answer brings no key", token => HoldAsync(
            Backend.DynamicRegistration, new(s_registered, s_registered), c => c.UpdateAsync(Id, Rename, token))),
        new("in the deletion of a client that has no key", token => HoldAsync(
            Backend.DynamicRegistration, new(Of(204)), c => c.DeleteAsync(Id, token))),
        new("in the question what a server says of itself", token => HoldAsync(
            Backend.DynamicRegistration, new(Ok(RegistrationOperations.Metadata)), c => c.Scopes.ListScopesAsync(token))),
        new("in the exchange after a refused signature", token => HoldAsync(
            Backend.DocSpace, new(s_signature, s_signature, Of(403)), c => c.GetAsync(Id, token), UseApiKey)),
    ];

    private static Task<Scene> HoldAsync(
        Backend backend, HoldingServer server, Func<IClientManagement, Task> run, Action<ProviderOptions>? provider = null) =>
        Scene.HeldByServerAsync(Resilient.Host(backend, new ManualTime(), provider: provider), server, run);

    private static async Task<Scene> InBodyAsync(CancellationToken token)
    {
        var body = new GatedStream();
        WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny(
            (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) }));
        Task call = host.Clients.GetAsync(Id, token);
        await body.Stalled;
        return new Scene(call, () => host.Requests.Count, () => { }) { Owned = [host, body] };
    }

    private static ClientMetadata Rename(ClientMetadata client) => client with { ClientName = "New ü" };

    private static void UseApiKey(ProviderOptions provider) =>
        (provider.Signature, provider.ApiKey) = (null, new Secret(WireHost.ApiKey));
}
