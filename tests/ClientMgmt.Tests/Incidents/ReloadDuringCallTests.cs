using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>An operation goes to one server from beginning to end, whatever the options become meanwhile.</summary>
public sealed class ReloadDuringCallTests
{
    [TestCase(ClientOperation.Update)]
    [TestCase(ClientOperation.Delete)]
    [TestCase(ClientOperation.List)]
    public async Task All_requests_of_an_operation_go_to_where_the_first_went(ClientOperation operation)
    {
        string host = "old.example.test";
        Application? application = null;
        int requests = 0;
        var server = new AnswerHandler((request, _) =>
        {
            host = "new.example.test";
            application!.Reload.Now();
            return Interlocked.Increment(ref requests) == 1 && request.Method == HttpMethod.Delete
                ? throw new HttpRequestException(HttpRequestError.ResponseEnded)
                : Task.FromResult(WireAnswer.Ok(
                    """{"clientId":17,"totalCount":2,"clients":[{"clientId":17}]}""").ToResponse());
        });
        application = new Application(builder => builder
            .AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3, new Uri($"https://{host}/")))
            .ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => server)));
        await using (application)
        {
            Task call = operation == ClientOperation.List
                ? application.Clients.ListAsync(new() { PageSize = 1 }).CountAsync().AsTask()
                : Support.Calls.CatchAsync(application.Clients, operation, "17");
            await call;
        }

        Assert.That(server.Addresses, Has.Count.GreaterThan(1).And.All.Property("Host").EqualTo("old.example.test"));
    }
}
