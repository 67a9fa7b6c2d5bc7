using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>Whatever a handler of the application does with a change whose answer is lost, the server gets it once.</summary>
public sealed class RepeatingHandlerTests
{
    public enum Habit
    {
        Copies,
        CopiesAndRepeats,
        RepeatsInThePrimary,
        SendsByAClientOfItsOwn,
    }

    [Test]
    public async Task A_change_whose_answer_is_lost_is_sent_once(
        [Values] Habit habit,
        [Values(ClientOperation.Create, ClientOperation.RotateSecret, ClientOperation.Update)] ClientOperation operation)
    {
        int changes = 0;
        var server = new AnswerHandler((request, _) => request.Method == HttpMethod.Get && !IsRotation(request)
            ? Task.FromResult(WireAnswer.Ok(AuthleteOperations.Client).ToResponse())
            : Interlocked.Increment(ref changes) > 0 ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : null!);
        await using Application application = Start(server, habit);

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(application.Clients).InTimeAsync();

        Assert.That((error?.GetType(), changes), Is.EqualTo((typeof(OutcomeUnknownException), 1)));
    }

    [TestCase(400, typeof(InvalidClientMetadataException))]
    [TestCase(403, typeof(AccessDeniedException))]
    [TestCase(409, typeof(ClientConflictException))]
    [TestCase(429, typeof(RateLimitedException))]
    [TestCase(500, typeof(OutcomeUnknownException))]
    public async Task What_answered_the_one_sending_is_told(int status, Type expected)
    {
        var server = new AnswerHandler(WireAnswer.Of(status));
        await using Application application = Start(server, Habit.CopiesAndRepeats);

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Create)
            .CatchAsync(application.Clients).InTimeAsync();

        Assert.That((error?.GetType(), (int?)(error as ClientManagementException)?.Error.StatusCode), Is.EqualTo((expected, status)));
    }

    private static bool IsRotation(HttpRequestMessage request) => request.RequestUri!.AbsolutePath.Contains("/secret/", StringComparison.Ordinal);

    private static Application Start(AnswerHandler server, Habit habit) => new(builder => builder
        .AddProvider("main", p =>
        {
            Application.Fill(p, Backend.AuthleteV3);
            p.Resilience.MinimumThroughput = 0;
        })
        .ConfigureHttpClient("main", http => _ = habit switch
        {
            Habit.RepeatsInThePrimary => http.ConfigurePrimaryHttpMessageHandler(() => new Repeating { InnerHandler = server }),
            Habit.SendsByAClientOfItsOwn => http.ConfigurePrimaryHttpMessageHandler(() => server)
                .AddHttpMessageHandler(() => new Forwarding(new HttpMessageInvoker(server, disposeHandler: false))),
            Habit.Copies => http.ConfigurePrimaryHttpMessageHandler(() => server).AddHttpMessageHandler(() => new Copying()),
            _ => http.ConfigurePrimaryHttpMessageHandler(() => server)
                .AddHttpMessageHandler(() => new Repeating()).AddHttpMessageHandler(() => new Copying()),
        }));

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        if (request.Content is { } content && await content.ReadAsByteArrayAsync() is { Length: > 0 } body)
        {
            copy.Content = new ByteArrayContent(body);
        }

        return copy;
    }

    private sealed class Copying : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await base.SendAsync(await CopyAsync(request), cancellationToken);
    }

    private sealed class Forwarding(HttpMessageInvoker client) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await client.SendAsync(await CopyAsync(request), cancellationToken);
    }

    private sealed class Repeating : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
                return answer.IsSuccessStatusCode ? answer : await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
