using System.Net.Http.Headers;
using ClientMgmt.Credentials;
using ClientMgmt.Registration;

namespace ClientMgmt.Http;

/// <summary>What differs between backends in the handling of a call; each adapter supplies one.</summary>
internal abstract class BackendProtocol
{
    /// <summary>What the registration knows of the backend.</summary>
    public abstract BackendDefinition Definition { get; }

    /// <summary>Exchanges a credential for what requests carry, where the backend wants that.</summary>
    public virtual ValueTask<Access> ExchangeAsync(
        HttpCall call, ProviderCredential credential, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new Access(credential));

    /// <summary>Forgets what a credential was exchanged for.</summary>
    public virtual void Forget(HttpCall call, Access refused)
    {
    }

    /// <summary>Puts the credential, or what it was exchanged for, on a request; replaces one that is there.</summary>
    public abstract void Authorize(HttpRequestHeaders headers, Access access);

    /// <summary>
    /// Whether an answer refuses the credential before any work is done, so that any operation may be sent again with another.
    /// </summary>
    public abstract bool RefusesCredential(int status, string body);

    /// <summary>Reads an error body, which may be empty or of any kind.</summary>
    public abstract VendorError ReadError(string? body);

    /// <summary>Reads how long the server asks to wait after too many requests, where it says so in headers of its own.</summary>
    /// <param name="header">Reads a header of the answer.</param>
    /// <param name="now">The server's clock, if it tells, or else the own one.</param>
    public abstract TimeSpan? ReadDelay(Func<string, string?> header, DateTimeOffset now);

    /// <summary>The standard name of a property that the vendor calls so.</summary>
    public abstract string NameOf(string vendorField);
}

/// <inheritdoc/>
/// <typeparam name="TApi">The generated client, or the interface that several of them share.</typeparam>
internal abstract class BackendProtocol<TApi> : BackendProtocol
{
    /// <summary>Makes the generated client for one call.</summary>
    public abstract TApi CreateApi(HttpCall call);
}
