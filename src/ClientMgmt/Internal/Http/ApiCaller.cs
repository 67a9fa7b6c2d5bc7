using System.Net;
using System.Net.Sockets;
using ClientMgmt.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Http;

/// <summary>Runs one call of a generated client: credential, request, and the translation of whatever goes wrong.</summary>
internal sealed class ApiCaller<TApi>(ProviderContext context, BackendProtocol<TApi> protocol)
{
    public string Provider => context.Name;

    public ProviderOptions Options => context.Options;

    /// <param name="operation">What is done, for errors.</param>
    /// <param name="send">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="secret">A secret that the request holds, which must not come back in an error's text.</param>
    /// <param name="anonymous">Whether to send no credential.</param>
    /// <param name="clientId">The client that it is about, for errors.</param>
    public async Task<T> SendAsync<T>(
        ClientOperation operation,
        Func<TApi, CancellationToken, Task<T>> send,
        CancellationToken cancellationToken,
        Secret? secret = null,
        bool anonymous = false,
        string? clientId = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ProviderOptions provider = context.Options;
        if (provider.Backend != protocol.Definition.Backend)
        {
            throw new InvalidOperationException(
                $"The provider '{Provider}' was configured anew with another backend; resolve IClientManagement again.");
        }

        // Outside of what is translated: an error of the application's own callback is the application's.
        ProviderCredential? credential = anonymous
            ? null
            : await protocol.Definition.GetCredentialAsync(provider, cancellationToken).ConfigureAwait(false);
        ClientManagementError origin = Error(operation, "") with { ClientId = Redaction.Clean(clientId, []) };
        return await SendAsync(origin, send, provider, credential, secret, mayRenew: true, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The same for calls that answer nothing.</summary>
    public Task SendAsync(
        ClientOperation operation, Func<TApi, CancellationToken, Task> send, CancellationToken cancellationToken) =>
        SendAsync(operation, Calls.WithResult(send), cancellationToken);

    private async Task<T> SendAsync<T>(
        ClientManagementError origin,
        Func<TApi, CancellationToken, Task<T>> send,
        ProviderOptions provider,
        ProviderCredential? credential,
        Secret? secret,
        bool mayRenew,
        CancellationToken cancellationToken)
    {
        using HttpClient client = context.CreateHttpClient(provider);
        bool isExchanging = credential is not null;
        Secret? exchanged = null;
        try
        {
            if (credential is not null)
            {
                exchanged = await protocol.AuthenticateAsync(
                    client.DefaultRequestHeaders, context, provider, credential, cancellationToken).ConfigureAwait(false);
                isExchanging = false;
            }

            return await send(protocol.CreateApi(client, provider), cancellationToken).ConfigureAwait(false);
        }
        catch (ResponseException e) when (isExchanging && e.StatusCode is >= 200 and < 500 and not 429)
        {
            ClientManagementError error = origin with { StatusCode = (HttpStatusCode)e.StatusCode };
            throw e.StatusCode is 400 or 401 or 403
                ? new AccessDeniedException(error with
                {
                    Summary = $"the server refused to exchange the configured {credential!.Kind}; check that it is valid and not limited to narrow scopes.",
                })
                : new UnexpectedResponseException(error with
                {
                    Summary = "the configured credential could not be exchanged; check BaseAddress and ServerVersion.",
                });
        }
        catch (ResponseException e) when (
            mayRenew && exchanged is not null && protocol.Renew(context, provider, credential!, exchanged, e))
        {
            return await SendAsync(origin, send, provider, credential, secret, mayRenew: false, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ResponseException e)
        {
            IEnumerable<string> secrets =
                [.. Redaction.SecretsOf(client.DefaultRequestHeaders), credential?.Value.Reveal() ?? "", secret?.Reveal() ?? ""];
            throw ErrorTranslator.Translate(origin, e, protocol, context.Time.GetUtcNow(), secrets);
        }
        catch (OperationCanceledException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new BackendUnavailableException(origin with
            {
                Summary = e.InnerException is TimeoutException
                    ? $"no complete answer came within {provider.Resilience.AttemptTimeout.TotalSeconds} s (AttemptTimeout)."
                    : "the request was ended before an answer came.",
            });
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new UnexpectedResponseException(
                origin with { Summary = "the answer is larger than MaxResponseBytes allows." });
        }
        catch (HttpRequestException e)
        {
            string cause = e.InnerException is SocketException socket ? $"{e.HttpRequestError}, {socket.SocketErrorCode}"
                : e.HttpRequestError.ToString();
            throw new BackendUnavailableException(origin with
            {
                Summary = $"the server at {provider.BaseAddress!.Authority} could not be reached or broke off ({cause}).",
            });
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new UnexpectedResponseException(
                origin with { Summary = $"the answer could not be read ({e.GetType().Name})." });
        }
    }

    public string RequireId(ClientOperation operation, JToken? id) => WireValues.Text(id)
        ?? throw new UnexpectedResponseException(Error(operation, operation == ClientOperation.Create
            ? "the client was probably created, but the answer holds no client id; list the clients before trying again."
            : "the answer holds no client id."));

    public ClientManagementError Error(ClientOperation operation, string summary) =>
        new() { Provider = context.Name, Operation = operation, Summary = summary };
}
