using ClientMgmt.Credentials;
using ClientMgmt.Resilience;
using ClientMgmt.Telemetry;
using Polly;

namespace ClientMgmt.Http;

/// <summary>One request with all its attempts. To the generated client it stands for the HTTP client.</summary>
internal sealed class HttpCall(ProviderContext context, BackendProtocol protocol, ProviderSetup setup, ApiCall about) : IDisposable
{
    private IReadOnlyList<Access> _sent = [];
    private HttpMessageInvoker? _invoker;

    public static ResiliencePropertyKey<HttpCall> PipelineKey { get; } = new("ClientMgmt.Call");

    public ProviderContext Context => context;

    public BackendProtocol Protocol => protocol;

    public ProviderSetup Setup => setup;

    public ProviderOptions Provider => setup.Provider;

    public ApiCall About => about;

    /// <summary>The credential that this request is there to exchange. It does not count against the limits of the API.</summary>
    public ProviderCredential? Exchanges { get; init; }

    /// <summary>The request, which all attempts share. It is there once it is sent.</summary>
    public HttpRequestMessage Request { get; set; } = null!;

    /// <summary>The body of the answer, if that is a success.</summary>
    public AnswerBody? Body { get; set; }

    /// <summary>The handlers that its attempts go through.</summary>
    public HttpMessageInvoker Invoker => _invoker ??= context.CreateInvoker();

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How many of them were retries, which count against the quota.</summary>
    public int Retries { get; private set; }

    /// <summary>Whether the latest attempt was given to the connection, so that the server may have acted on it.</summary>
    public bool MayHaveActed { get; set; }

    /// <summary>Whether a refused credential was renewed already, which happens once.</summary>
    public bool IsRenewed { get; set; }

    /// <summary>Of the latest attempt, the answer whose body did not come to its end.</summary>
    public HttpResponseMessage? Interrupted { get; set; }

    /// <summary>The caller's token; other tokens are made of it, to end single attempts.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>Whether so many wait for the same budget that it stands in line once more.</summary>
    public bool QueuesAgain { get; set; }

    /// <summary>When it was allowed to begin.</summary>
    public long StartedAt { get; set; }

    /// <summary>The budget that its attempts count against, or null if there is none.</summary>
    public TokenBucket? Budget { get; set; }

    /// <summary>The names of the headers that it came with.</summary>
    public string[] Headers { get; set; } = [];

    /// <summary>What the generated client calls. The headers of the answer do not come before its body.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, HttpCompletionOption completionOption, CancellationToken cancellationToken) =>
        RequestSender.SendAsync(this, request, cancellationToken);

    public void Dispose() => Body?.Dispose();

    /// <summary>Counts and reports that a request is to be sent again.</summary>
    /// <param name="failed">What came of the latest attempt.</param>
    public void Retry(Outcome<HttpResponseMessage> failed)
    {
        Retries++;
        context.Telemetry.Retrying(this, failed, NextDelay);
    }

    /// <summary>Puts a credential on the request; returns what it is, or null for a request without one.</summary>
    public async ValueTask<Access?> AuthenticateAsync(CancellationToken cancellationToken)
    {
        if (about.IsAnonymous)
        {
            return null;
        }

        Access access = Exchanges is { } credential
            ? new Access(credential)
            : await context.Credentials.GetAccessAsync(this, cancellationToken).ConfigureAwait(false);
        protocol.Authorize(Request.Headers, access);
        Conceal(access);
        return Exchanges is null ? access : null;
    }

    /// <summary>Takes note of a credential that was sent, or was to be.</summary>
    public void Conceal(Access access)
    {
        if (!_sent.Contains(access))
        {
            _sent = [.. _sent, access];
        }
    }

    /// <summary>What must not be shown of what was sent.</summary>
    public IReadOnlyCollection<string> FindSecrets()
    {
        HashSet<string> secrets = about.Secret is { } own ? [own.Reveal()] : [];
        foreach (Access access in _sent)
        {
            using var request = new HttpRequestMessage();
            protocol.Authorize(request.Headers, access);
            secrets.UnionWith(Disclosure.SecretsOf(request.Headers));
            secrets.Add(access.Credential.Value.Reveal());
        }

        return secrets;
    }
}
