using ClientMgmt.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace ClientMgmt.Tests.Wire;

/// <summary>The library over MockHttp: answers are told in advance, and a request without one fails the test loudly.</summary>
public sealed class WireHost : IDisposable
{
    public const string Address = "https://backend.example.test/";
    public const string ServiceId = "4242";
    public const string ServiceApiKey = "100100100";
    public const string ServiceApiSecret = "service-api-secret-0001";
    public const string Developer = "developer-0001";
    public const string AccessToken = "access-token-0001";
    public const string ApiKey = "sk-api-key-0001";
    public const string AscAuthKey = "asc-auth-key-0001";
    public const string Signature = "ready-signature-0001";
    public const string ManagementToken = "management-token-0001";

    public const string Issuer = "https://as.example.test/t";

    private readonly ServiceProvider _services;
    private readonly Recorder _recorder = new();

    private WireHost(
        Backend backend,
        Action<ProviderOptions>? change,
        Action<ClientManagementOptions>? options,
        TimeProvider? time,
        Watch? watch)
    {
        _recorder.Http.Fallback.Respond(request =>
            throw new AssertionException($"Nobody expected {request.Method} {request.RequestUri!.PathAndQuery}"));
        IServiceCollection services = new ServiceCollection().WithoutHandlerTimers();
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        watch?.AddTo(services);
        services.AddClientManagement(o =>
        {
            ProviderOptions provider = Settings(backend);
            change?.Invoke(provider);
            o.Providers[watch?.Provider ?? "test"] = provider;
            options?.Invoke(o);
        }).ConfigureHttpClient(watch?.Provider ?? "test", http => http.ConfigurePrimaryHttpMessageHandler(() => _recorder));
        _services = services.BuildServiceProvider();
    }

    public static IReadOnlyList<Backend> Backends { get; } = Enum.GetValues<Backend>();

    /// <summary>The backends with a base address: that of dynamic registration are addresses of other kinds.</summary>
    public static IReadOnlyList<Backend> WithBaseAddress { get; } = [.. Backends.Where(b => Settings(b).BaseAddress is not null)];

    public IClientManagement Clients => _services.GetRequiredService<IClientManagement>();

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<WireRequest> Requests => _recorder.Requests;

    public static WireHost For(
        Backend backend,
        Action<ProviderOptions>? change = null,
        Action<ClientManagementOptions>? options = null,
        TimeProvider? time = null,
        Watch? watch = null) => new(backend, change, options, time, watch);

    /// <summary>Has the store of a server of dynamic registration know a client; there is none where clients have no keys.</summary>
    public async Task KnowAsync(string clientId, string key, string place)
    {
        if (_services.FindClientRegistrations(Clients.Provider) is { } known)
        {
            await known.Store.SaveAsync(known.Server, new ClientRegistration
            {
                ClientId = clientId,
                ClientUri = new Uri($"{Issuer}/{place}"),
                AccessToken = new Secret(key),
                SavedAt = DateTimeOffset.UnixEpoch,
            });
        }
    }

    /// <summary>Answers one request, told as <c>GET /path?query</c>; of several answers each serves once, the last for ever.</summary>
    public WireHost On(string request, params WireAnswer[] answers)
    {
        var next = new Queue<WireAnswer>(answers);
        _recorder.Http.When("*")
            .With(r => $"{r.Method} {r.RequestUri!.PathAndQuery}" == request)
            .Respond(_ => Task.FromResult((next.Count > 1 ? next.Dequeue() : next.Peek()).ToResponse()));
        return this;
    }

    /// <summary>Answers every request by code, which sees the token too.</summary>
    public WireHost OnAny(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _recorder.Answer = answer;
        return this;
    }

    public WireHost OnAny(WireAnswer answer) => OnAny((_, _) => Task.FromResult(answer.ToResponse()));

    /// <summary>Reads one client, and takes any update of it as it is sent.</summary>
    public WireHost OnClient(string document) => OnAny(async (request, token) =>
    {
        document = request.Method == HttpMethod.Get ? document : await request.Content!.ReadAsStringAsync(token);
        return WireAnswer.Ok(document).ToResponse();
    });

    /// <summary>How many requests are expected at most; a loop that never ends shall fail and not fill the memory.</summary>
    public WireHost Expect(int mostRequests)
    {
        _recorder.MostRequests = mostRequests;
        return this;
    }

    /// <summary>Answers every request that nothing else answers.</summary>
    public WireHost OnEveryOther(WireAnswer answer)
    {
        _recorder.Http.Fallback.Respond(_ => Task.FromResult(answer.ToResponse()));
        return this;
    }

    public void Dispose() => _services.Dispose();

    /// <summary>A provider of which each request is one attempt. Of dynamic registration one token manages all clients, by their ids.</summary>
    public static ProviderOptions Settings(Backend backend)
    {
        var provider = new ProviderOptions
        {
            Backend = backend,
            BaseAddress = backend == Backend.DynamicRegistration ? null : new Uri(Address),
            Resilience = new ResilienceOptions { MaxRetryAttempts = 0, MinimumThroughput = 0, RequestsPerMinute = { ["*"] = 0 } },
        };
        switch (backend)
        {
            case Backend.AuthleteV2:
                provider.ServiceApiKey = ServiceApiKey;
                provider.ServiceApiSecret = new Secret(ServiceApiSecret);
                provider.Developer = Developer;
                break;
            case Backend.AuthleteV3:
                provider.ServiceId = ServiceId;
                provider.AccessToken = new Secret(AccessToken);
                break;
            case Backend.DynamicRegistration:
                provider.Issuer = new Uri(Issuer);
                provider.RegistrationEndpoint = new Uri(Issuer + "/register");
                provider.ManagementToken = new Secret(ManagementToken);
                break;
            default:
                provider.Signature = new Secret(Signature);
                break;
        }

        return provider;
    }

    private sealed class Recorder : DelegatingHandler
    {
        public Recorder() => InnerHandler = Http;

        public MockHttpMessageHandler Http { get; } = new();

        public List<WireRequest> Requests { get; } = [];

        public int MostRequests { get; set; } = 50;

        public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? Answer { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            WireRequest recorded = await WireRequest.FromAsync(request);
            lock (Requests)
            {
                Requests.Add(recorded);
                if (Requests.Count > MostRequests)
                {
                    throw new AssertionException($"More than {MostRequests} requests; the last was {recorded.Line}");
                }
            }

            return await (Answer is { } answer ? answer(request, cancellationToken) : base.SendAsync(request, cancellationToken));
        }
    }
}
