using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A resilience handler that service defaults give to every HTTP client makes nothing twice.</summary>
public sealed class StandardResilienceTests
{
    private static readonly WireAnswer s_done =
        WireAnswer.Ok(Json.With(AuthleteOperations.Created, "newClientSecret", "\"new\""));

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.RotateSecret)]
    public async Task A_change_whose_answer_is_lost_is_sent_once(ClientOperation operation)
    {
        var server = new AnswerHandler((_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        await using Application application = Start(server);

        Exception? error = await RunAsync(application, operation);

        Assert.That((error?.GetType(), server.Requests.Count), Is.EqualTo((typeof(OutcomeUnknownException), 1)));
    }

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.RotateSecret)]
    public async Task A_change_that_fails_on_the_server_is_sent_once(ClientOperation operation)
    {
        var server = new AnswerHandler(WireAnswer.Of(503), s_done);
        await using Application application = Start(server);

        Exception? error = await RunAsync(application, operation);

        Assert.That((error?.GetType(), server.Requests.Count), Is.EqualTo((typeof(OutcomeUnknownException), 1)));
    }

    [TestCase(ClientOperation.Create)]
    [TestCase(ClientOperation.RotateSecret)]
    public async Task A_change_that_was_refused_for_its_number_is_sent_once_more(ClientOperation operation)
    {
        var server = new AnswerHandler(WireAnswer.Of(429), s_done);
        await using Application application = Start(server);

        Exception? error = await RunAsync(application, operation);

        Assert.That((error, server.Requests.Count), Is.EqualTo(((Exception?)null, 2)));
    }

    [Test]
    public async Task A_read_may_be_repeated()
    {
        var server = new AnswerHandler(WireAnswer.Of(503), s_done);
        await using Application application = Start(server);

        OAuthClient client = await application.Clients.GetAsync("17").InTimeAsync();

        Assert.That((client.ClientId, server.Requests.Count), Is.EqualTo(("17", 2)));
    }

    private static Task<Exception?> RunAsync(Application application, ClientOperation operation) =>
        WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(application.Clients).InTimeAsync();

    private static Application Start(AnswerHandler server) => new(builder =>
    {
        builder.Services.ConfigureHttpClientDefaults(http =>
            http.AddStandardResilienceHandler(o => o.Retry.Delay = TimeSpan.FromMilliseconds(1)));
        builder
            .AddProvider("main", p => Application.Fill(p, Backend.AuthleteV3))
            .ConfigureHttpClient("main", http => http.ConfigurePrimaryHttpMessageHandler(() => server));
    });
}
