using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Incidents;

/// <summary>An update of Authlete sends the old secret along, so a new secret and an update of one client take turns.</summary>
public sealed class SecretTurnTests
{
    private static readonly WireAnswer s_client =
        WireAnswer.Ok("""{"clientId":17,"clientName":"Old","clientSecret":"stored","newClientSecret":"new","oldClientSecret":"stored"}""");

    private static readonly WireAnswer s_renamed = WireAnswer.Ok("""{"clientId":17,"clientName":"Renamed"}""");

    [TestCase(ClientOperation.RotateSecret)]
    [TestCase(ClientOperation.SetSecret)]
    public async Task A_new_secret_waits_for_an_update(ClientOperation change)
    {
        var server = new HoldingServer(s_client, s_client);
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny(Renaming(server));
        Task update = Support.Calls.RunAsync(host.Clients, ClientOperation.Update, "17");
        await server.Arrived.InTimeAsync();

        Task secret = Support.Calls.RunAsync(host.Clients, change, "17");

        Assert.That((secret.IsCompleted, host.Requests.Count), Is.EqualTo((false, 2)));
        server.LetGo();
        await Task.WhenAll(update, secret).InTimeAsync();
        Assert.That(host.Requests[2].Line, Does.Contain("/secret/"));
    }

    [TestCase("orders", 2)]
    [TestCase("017", 1)]
    public async Task So_it_does_if_the_update_calls_the_client_by_another_name(string name, int reads)
    {
        var server = new HoldingServer(s_client, [.. Enumerable.Repeat(s_client, reads)]);
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny(Renaming(server));
        Task update = Support.Calls.RunAsync(host.Clients, ClientOperation.Update, name);
        await server.Arrived.InTimeAsync();

        Task secret = Support.Calls.RunAsync(host.Clients, ClientOperation.RotateSecret, "17");

        Assert.That((secret.IsCompleted, host.Requests.Any(r => r.Line.Contains("/secret/", StringComparison.Ordinal))), Is.EqualTo((false, false)));
        server.LetGo();
        await Task.WhenAll(update, secret).InTimeAsync();
    }

    [TestCase(ClientOperation.RotateSecret)]
    [TestCase(ClientOperation.SetSecret)]
    public async Task An_update_waits_for_a_new_secret(ClientOperation change)
    {
        var server = new HoldingServer(s_client);
        using WireHost host = Resilient.Host(Backend.AuthleteV3, new ManualTime()).OnAny(Renaming(server));
        Task secret = Support.Calls.RunAsync(host.Clients, change, "17");
        await server.Arrived.InTimeAsync();

        Task update = Support.Calls.RunAsync(host.Clients, ClientOperation.Update, "17");

        Assert.That((update.IsCompleted, host.Requests.Count), Is.EqualTo((false, 1)));
        server.LetGo();
        await Task.WhenAll(update, secret).InTimeAsync();
        Assert.That(host.Requests, Has.Count.EqualTo(3));
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Renaming(HoldingServer server) =>
        async (request, token) =>
        {
            HttpResponseMessage answer = await server.AnswerAsync(request, token);
            return request.RequestUri!.AbsolutePath.Contains("/update/", StringComparison.Ordinal) ? s_renamed.ToResponse() : answer;
        };
}
