using System.Net.Http.Headers;

namespace ClientMgmt.Wire;

/// <summary>What differs between backends in the handling of a request; each adapter supplies one.</summary>
internal abstract class BackendProtocol
{
    /// <summary>The kinds of credentials that the backend takes.</summary>
    public abstract IReadOnlyList<CredentialKind> CredentialKinds { get; }

    /// <summary>The setting that says where the backend is.</summary>
    public virtual string AddressSetting => nameof(ProviderOptions.BaseAddress);

    /// <summary>The request as this server takes it.</summary>
    public virtual ApiRequest Adapt(ApiRequest request, ProviderOptions provider) => request;

    /// <summary>Whether the callback supplies each request with a credential of its own, since each is good for one use.</summary>
    public virtual bool AsksAnew(ProviderOptions provider) => false;

    /// <summary>Whether requests carry something that this credential has to be exchanged for.</summary>
    public virtual bool NeedsExchange(ProviderOptions provider, ProviderCredential credential) => false;

    /// <summary>Exchanges a credential.</summary>
    /// <param name="connection">Sends the request, which carries the credential itself.</param>
    /// <param name="operation">The operation that waits for it.</param>
    /// <param name="now">When it is asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public virtual Task<Expiring<Secret>> ExchangeAsync(
        ApiConnection connection, OperationInfo operation, DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Puts a credential, or what it was exchanged for, on a request.</summary>
    public abstract void Authorize(HttpRequestHeaders headers, Access access);

    /// <summary>
    /// Whether an answer refuses the credential before any work is done, so that any operation may be sent again with another.
    /// </summary>
    public abstract bool RefusesCredential(Attempt refusal);

    /// <summary>What is wrong with the address, where an answer shows that no operation stands there; else null.</summary>
    public virtual string? FindMisdirection(Attempt refusal) => null;

    /// <summary>Reads an error body, which may be empty or of any kind.</summary>
    public abstract VendorError ReadError(string? body);

    /// <summary>Reads how long the server asks to wait after too many requests, where it says so in headers of its own.</summary>
    /// <param name="header">Reads a header of the answer.</param>
    /// <param name="now">The server's clock, if it tells, or else the own one.</param>
    public abstract TimeSpan? ReadDelay(Func<string, string?> header, DateTimeOffset now);

    /// <summary>What to do when a server may or may not have acted.</summary>
    public virtual string UnknownOutcome(ClientOperation operation) => operation switch
    {
        ClientOperation.Create =>
            "whether the client was created is unknown. List the clients before trying again, or there may be two.",
        ClientOperation.RotateSecret =>
            "whether the secret was rotated is unknown. Read the client to learn which secret is valid.",
        _ => "whether it took effect is unknown. Read the client before trying again.",
    };

    /// <summary>The standard name of a property that the vendor calls so.</summary>
    public abstract string NameOf(string vendorField);
}
