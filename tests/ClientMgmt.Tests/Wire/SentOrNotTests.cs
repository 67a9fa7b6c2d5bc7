using ClientMgmt.Tests.Incidents;
using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.Timeout;

namespace ClientMgmt.Tests.Wire;

/// <summary>Whether a change that failed may have been made goes by how far it came, and what the failure says.</summary>
public sealed class SentOrNotTests
{
    private static IEnumerable<TestCaseData> HandlerFailures()
    {
        TestCaseData Row(ClientOperation operation, Exception failure, Type expected) =>
            new TestCaseData(operation, failure, expected).SetArgDisplayNames($"{operation}", failure.GetType().Name);

        // There is content to copy, and nobody has read it.
        yield return Row(ClientOperation.Create, new IOException(), typeof(BackendUnavailableException));
        yield return Row(ClientOperation.Create, new TimeoutRejectedException(), typeof(BackendUnavailableException));

        // There is nothing to copy, so that it may have been sent by another client.
        yield return Row(ClientOperation.Delete, new IOException(), typeof(OutcomeUnknownException));
        yield return Row(ClientOperation.Delete, new TimeoutRejectedException(), typeof(OutcomeUnknownException));
        yield return Row(ClientOperation.Delete, new RefusedException(), typeof(BackendUnavailableException));
    }

    [TestCaseSource(nameof(HandlerFailures))]
    public async Task A_handler_that_fails_before_it_passes_a_change_on(ClientOperation operation, Exception failure, Type expected)
    {
        await using Application application = Start(new AnswerHandler(WireAnswer.Ok("{}")), new Handler((_, _, _) => throw failure));

        Assert.That(await CatchAsync(application, operation), Is.TypeOf(expected));
    }

    [Test]
    public async Task A_primary_handler_of_the_applications_own_may_have_sent_what_it_has_not_read()
    {
        await using Application application = Start(new Failing(new IOException()));

        Assert.That(await CatchAsync(application), Is.TypeOf<OutcomeUnknownException>());
    }

    [Test]
    public async Task A_client_of_the_applications_own_factory_may_have_sent_what_it_has_not_read()
    {
        using var client = new HttpClient(new Failing(new IOException()));
        await using var application = new Application(builder =>
        {
            builder.AddProvider("main", Fill);
            builder.Services.AddSingleton<IHttpClientFactory>(new Same(client));
        });

        Assert.That(await CatchAsync(application), Is.TypeOf<OutcomeUnknownException>());
    }

    [Test]
    public async Task Without_a_connection_nothing_was_made_whoever_says_so()
    {
        await using Application application = Start(new Failing(new HttpRequestException(HttpRequestError.NameResolutionError)));

        Assert.That(await CatchAsync(application), Is.TypeOf<BackendUnavailableException>());
    }

    [TestCase("1.1", HttpVersionPolicy.RequestVersionOrLower, typeof(BackendUnavailableException))]
    [TestCase("1.1", HttpVersionPolicy.RequestVersionExact, typeof(BackendUnavailableException))]
    [TestCase("1.1", HttpVersionPolicy.RequestVersionOrHigher, typeof(OutcomeUnknownException))]
    [TestCase("2.0", HttpVersionPolicy.RequestVersionOrLower, typeof(OutcomeUnknownException))]
    public async Task What_NETs_own_handler_has_not_read_was_not_sent_up_to_version_1(string version, HttpVersionPolicy policy, Type expected)
    {
        await using var application = new Application(builder => builder
            .AddProvider("main", Fill)
            .ConfigureHttpClient("main", http => http
                .ConfigureHttpClient(c => (c.DefaultRequestVersion, c.DefaultVersionPolicy) = (Version.Parse(version), policy))
                .UseSocketsHttpHandler((handler, _) => handler.ConnectCallback = (_, _) => throw new InvalidTimeZoneException())));

        Assert.That(await CatchAsync(application), Is.TypeOf(expected));
    }

    [Test]
    public async Task A_second_try_after_no_connection_counts_like_the_first()
    {
        await using Application application = Start(
            new Failing(new HttpRequestException(HttpRequestError.NameResolutionError)), new Handler(async (request, send, token) =>
            {
                try
                {
                    return await send(request, token);
                }
                catch (HttpRequestException)
                {
                    return await send(request, token);
                }
            }));

        Assert.That(
            await CatchAsync(application), Is.TypeOf<BackendUnavailableException>().With.Message.Contains("could not be reached (NameResolutionError)"));
    }

    [Test]
    public async Task A_second_try_after_a_success_is_stopped_and_told()
    {
        await using Application application = Start(
            new AnswerHandler(WireAnswer.Ok(AuthleteOperations.Client)), new Handler(async (request, send, token) =>
            {
                await send(request, token);
                return await send(request, token);
            }));

        Assert.That(await CatchAsync(application), Is.TypeOf<OutcomeUnknownException>()
            .With.Message.Contains("a handler of the HTTP client tried to send the request a second time, and was stopped after the request was sent"));
    }

    [Test]
    public async Task What_answered_first_is_told_even_if_a_handler_wraps_what_stopped_it()
    {
        await using Application application = Start(new AnswerHandler(WireAnswer.Of(409)), new Handler(async (request, send, token) =>
        {
            await send(request, token);
            try
            {
                return await send(request, token);
            }
            catch (InvalidOperationException e)
            {
                throw new InvalidTimeZoneException("wrapped", e);
            }
        }));

        Assert.That(await CatchAsync(application), Is.TypeOf<ClientConflictException>());
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_a_handler_makes_of_an_answer_or_a_failure_comes_through_as_it_is(bool isAnswered)
    {
        var failure = new InvalidTimeZoneException();
        HttpMessageHandler primary = isAnswered ? new AnswerHandler(WireAnswer.Of(409)) : new Failing(new HttpRequestException(HttpRequestError.ResponseEnded));
        await using Application application = Start(primary, new Handler(async (request, send, token) =>
        {
            try
            {
                await send(request, token);
            }
            catch (HttpRequestException)
            {
            }

            throw failure;
        }));

        Assert.That(await CatchAsync(application), Is.SameAs(failure));
    }

    [TestCase(true, typeof(BackendUnavailableException), "no connection to backend.example.test was made in time.")]
    [TestCase(false, typeof(OutcomeUnknownException), "the request was ended before an answer came after the request was sent")]
    public async Task A_time_limit_for_connections_is_told_as_one(bool isBefore, Type expected, string message)
    {
        var failure = new TaskCanceledException(null, new TimeoutException());
        await using Application application = Start(new Failing(failure), isBefore ? new Handler((_, _, _) => throw failure) : null);

        Assert.That(await CatchAsync(application), Is.TypeOf(expected).With.Message.Contains(message));
    }

    private static Task<Exception?> CatchAsync(Application application, ClientOperation operation = ClientOperation.Create) =>
        WireOperations.Of(Backend.AuthleteV3, operation).CatchAsync(application.Clients).InTimeAsync();

    private static void Fill(ProviderOptions provider)
    {
        Application.Fill(provider, Backend.AuthleteV3);
        provider.Resilience.MaxRetryAttempts = 0;
    }

    private static Application Start(HttpMessageHandler primary, DelegatingHandler? handler = null) => new(builder => builder
        .AddProvider("main", Fill)
        .ConfigureHttpClient("main", http =>
        {
            http.ConfigurePrimaryHttpMessageHandler(() => primary);
            if (handler is not null)
            {
                http.AddHttpMessageHandler(() => handler);
            }
        }));

    private sealed class RefusedException : ExecutionRejectedException;

    private sealed class Same(HttpClient client) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => client;
    }

    private sealed class Failing(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw failure;
    }

    private sealed class Handler(
        Func<HttpRequestMessage, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> answer)
        : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, base.SendAsync, cancellationToken);
    }
}
