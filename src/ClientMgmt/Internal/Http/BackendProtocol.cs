using System.Net.Http.Headers;
using ClientMgmt.Registration;

namespace ClientMgmt.Http;

/// <summary>What differs between backends in the handling of a call; each adapter supplies one.</summary>
/// <typeparam name="TApi">The generated client, or the interface that several of them share.</typeparam>
internal abstract class BackendProtocol<TApi>
{
    /// <summary>What the registration knows of the backend.</summary>
    public abstract BackendDefinition Definition { get; }

    /// <summary>Makes the generated client for one call.</summary>
    public abstract TApi CreateApi(HttpClient client, ProviderOptions provider);

    /// <summary>Puts the credential on the requests of one call, or what it is exchanged for, which is returned.</summary>
    public abstract ValueTask<Secret?> AuthenticateAsync(
        HttpRequestHeaders headers,
        ProviderContext context,
        ProviderOptions provider,
        ProviderCredential credential,
        CancellationToken cancellationToken);

    /// <summary>
    /// Forgets what a credential was exchanged for if an answer refuses it. True where that is worth another try, which it
    /// is only if the refusal comes before any work.
    /// </summary>
    public virtual bool Renew(
        ProviderContext context,
        ProviderOptions provider,
        ProviderCredential credential,
        Secret exchanged,
        ResponseException answer) => false;

    /// <summary>Reads an error body, which may be empty or of any kind.</summary>
    public abstract VendorError ReadError(string? body);

    /// <summary>Reads how long the server asks to wait after too many requests, where it says so in headers of its own.</summary>
    public abstract TimeSpan? ReadDelay(ResponseException answer, DateTimeOffset now);

    /// <summary>The standard name of a property that the vendor calls so.</summary>
    public abstract string NameOf(string vendorField);
}
