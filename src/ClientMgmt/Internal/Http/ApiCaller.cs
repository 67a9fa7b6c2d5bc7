using System.Net;
using System.Net.Sockets;
using Newtonsoft.Json;

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
    public async Task<T> SendAsync<T>(
        ClientOperation operation,
        Func<TApi, CancellationToken, Task<T>> send,
        CancellationToken cancellationToken,
        Secret? secret = null,
        bool anonymous = false)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ProviderOptions provider = context.Options;
        using HttpClient client = context.CreateHttpClient(provider);
        bool isAuthenticated = anonymous;
        ProviderCredential? credential = null;
        try
        {
            if (!anonymous)
            {
                credential = await protocol.Definition.GetCredentialAsync(provider, cancellationToken).ConfigureAwait(false);
                await protocol.AuthenticateAsync(
                    client.DefaultRequestHeaders, context, provider, credential, cancellationToken).ConfigureAwait(false);
                isAuthenticated = true;
            }

            return await send(protocol.CreateApi(client, provider), cancellationToken).ConfigureAwait(false);
        }
        catch (ResponseException e) when (!isAuthenticated && e.StatusCode is >= 200 and < 500 and not 429)
        {
            throw new AccessDeniedException(Error(
                operation, "the server issued no credential in exchange for the configured one.") with
            {
                StatusCode = (HttpStatusCode)e.StatusCode,
            });
        }
        catch (ResponseException e)
        {
            IEnumerable<string> secrets =
                [.. Redaction.SecretsOf(client.DefaultRequestHeaders), credential?.Value.Reveal() ?? "", secret?.Reveal() ?? ""];
            throw ErrorTranslator.Translate(Error(operation, ""), e, protocol, context.Time.GetUtcNow(), secrets);
        }
        catch (OperationCanceledException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new BackendUnavailableException(Error(
                operation,
                e.InnerException is TimeoutException
                    ? $"no complete answer came within {provider.Timeout.TotalSeconds} s (Timeout)."
                    : "the request was ended before an answer came."));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new UnexpectedResponseException(Error(operation, "the answer is larger than MaxResponseBytes allows."));
        }
        catch (HttpRequestException e)
        {
            string cause = e.InnerException is SocketException socket ? $"{e.HttpRequestError}, {socket.SocketErrorCode}"
                : e.HttpRequestError.ToString();
            throw new BackendUnavailableException(Error(
                operation, $"the server at {provider.BaseAddress!.Authority} could not be reached or broke off ({cause})."));
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidDataException)
        {
            throw new UnexpectedResponseException(Error(operation, $"the answer could not be read ({e.GetType().Name})."));
        }
    }

    /// <summary>The same for calls that answer nothing.</summary>
    public Task SendAsync(
        ClientOperation operation, Func<TApi, CancellationToken, Task> send, CancellationToken cancellationToken) =>
        SendAsync(
            operation,
            async (api, token) =>
            {
                await send(api, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    public ClientManagementError Error(ClientOperation operation, string summary) =>
        new() { Provider = context.Name, Operation = operation, Summary = summary };
}
