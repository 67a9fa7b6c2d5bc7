using System.Collections.Concurrent;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

/// <summary>What servers say of themselves (RFC 8414, OpenID Connect Discovery 1.0), kept for an hour.</summary>
internal sealed class ServerMetadata(TimeProvider time)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Provider, Uri Issuer), Renewable<Found>> _known = new();

    /// <summary>Where clients are registered.</summary>
    /// <exception cref="ClientManagementException">The server cannot be reached, or does not say.</exception>
    public async ValueTask<Uri> FindEndpointAsync(ApiConnection connection, OperationInfo operation, CancellationToken cancellationToken) =>
        operation.Provider.Options.RegistrationEndpoint
        ?? (await FindAsync(connection, operation, cancellationToken).ConfigureAwait(false)).Endpoint
        ?? throw Unusable(operation, "no metadata of the issuer name a registration endpoint; set RegistrationEndpoint if there is one.");

    /// <summary>The scopes that the server tells; empty if it does not tell any.</summary>
    public async ValueTask<IReadOnlyList<string>> FindScopesAsync(
        ApiConnection connection, OperationInfo operation, CancellationToken cancellationToken) =>
        (await FindAsync(connection, operation, cancellationToken).ConfigureAwait(false)).Scopes;

    /// <summary>Asks anew, whatever is known.</summary>
    public static Task AskAsync(ApiConnection connection, OperationInfo operation, CancellationToken cancellationToken) =>
        ReadAsync(connection, operation, cancellationToken);

    private async ValueTask<Found> FindAsync(ApiConnection connection, OperationInfo operation, CancellationToken cancellationToken)
    {
        // What is known takes no request that would look at the token.
        cancellationToken.ThrowIfCancellationRequested();
        Provider provider = operation.Provider;
        return await _known.GetOrAdd((provider.Name, provider.Options.Issuer!), _ => new Renewable<Found>(time)).GetAsync(
            async token => new Expiring<Found>(
                await ReadAsync(connection, operation, token).ConfigureAwait(false), time.GetUtcNow() + s_lifetime),
            Timeout.InfiniteTimeSpan,
            cancellationToken).ConfigureAwait(false);
    }

    // Servers have one of the documents, or several that name different endpoints, or none of some and a login page instead.
    private static async Task<Found> ReadAsync(ApiConnection connection, OperationInfo operation, CancellationToken cancellationToken)
    {
        string? mistake = null;
        Found? found = null;
        foreach (Uri place in PlacesOf(operation.Provider.Options.Issuer!))
        {
            JsonElement document;
            try
            {
                document = await new RegistrationClient(new TargetedConnection(connection, place))
                    .ReadServerMetadataAsync(operation with { ClientId = null }, WireJson.Keep, cancellationToken).ConfigureAwait(false);
            }
            catch (ClientManagementException e) when (e.Error.StatusCode is not null && e is not (BackendUnavailableException or RateLimitedException))
            {
                continue;
            }

            string? issuer = WireValues.StringOrNull(document.Member(ServerDocument.Issuer));
            if (issuer?.TrimEnd('/') is not { } told
                || (told != RegistrationBackend.ServerOf(operation.Provider.Options) && told != operation.Provider.Options.Issuer!.OriginalString.TrimEnd('/')))
            {
                mistake ??= "the metadata are those of another issuer; set Issuer to what they say, letter by letter.";
                continue;
            }

            found ??= new Found(null, WireValues.Texts(document.Member(ServerDocument.ScopesSupported)) ?? []);
            if (Uri.TryCreate(WireValues.StringOrNull(document.Member(ServerDocument.RegistrationEndpoint)), UriKind.Absolute, out Uri? endpoint)
                && ClientOrigins.Refuse(endpoint, endpoint, operation.Provider.Options) is null)
            {
                return found with { Endpoint = endpoint };
            }
        }

        return found ?? throw Unusable(operation, mistake ?? "the issuer has no metadata where they should be; check Issuer, or set RegistrationEndpoint.");
    }

    private static Uri[] PlacesOf(Uri issuer)
    {
        const string OpenId = "/.well-known/openid-configuration", OAuth = "/.well-known/oauth-authorization-server";
        string origin = Provider.OriginOf(issuer), path = issuer.AbsolutePath.TrimEnd('/');
        return [.. new[] { path + OpenId, OAuth + path, path + OAuth }.Distinct().Select(place => new Uri(origin + place))];
    }

    private static UnexpectedResponseException Unusable(OperationInfo operation, string summary) => new(new ClientManagementError
    {
        Provider = operation.Provider.Name,
        Operation = operation.Operation,
        Summary = summary,
    });

    private sealed record Found(Uri? Endpoint, IReadOnlyList<string> Scopes);
}
