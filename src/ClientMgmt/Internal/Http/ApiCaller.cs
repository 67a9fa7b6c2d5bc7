using System.Runtime.ExceptionServices;
using System.Text.Json;
using ClientMgmt.Credentials;
using ClientMgmt.Resilience;
using ClientMgmt.JsonText;
using ClientMgmt.Serialization;
using ClientMgmt.Telemetry;

namespace ClientMgmt.Http;

/// <summary>Runs one call of a generated client, and has whatever goes wrong translated.</summary>
internal sealed class ApiCaller<TApi>(ProviderContext context, BackendProtocol<TApi> protocol)
{
    public string Provider => context.Name;

    public ProviderOptions Options => context.Options;

    /// <summary>Orders the changes of each client.</summary>
    public KeyedLock Changes => context.Changes;

    public Instruments Telemetry => context.Telemetry;

    /// <param name="about">What the call is about.</param>
    /// <param name="send">Makes it.</param>
    /// <param name="explain">Finds out what an error really means, where that is more than its status says; else null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> SendAsync<T>(
        ApiCall about,
        Func<TApi, CancellationToken, Task<T>> send,
        Func<ApiCall, ClientManagementException, CancellationToken, Task<ClientManagementException?>>? explain,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ProviderSetup setup = context.GetSetup();
        if (setup.Provider.Backend != protocol.Definition.Backend)
        {
            throw new InvalidOperationException(
                $"The provider '{Provider}' was configured anew with another backend; resolve IClientManagement again.");
        }

        using var call = new HttpCall(context, protocol, setup, about);
        try
        {
            return await send(protocol.CreateApi(call), cancellationToken).ConfigureAwait(false);
        }
        catch (CredentialException e) when (e.Refused is null)
        {
            // An error of the application's own callback is the application's.
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
        catch (Exception e) when (FailureTranslator.IsForeign(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ClientManagementException failure = FailureTranslator.Translate(call, e);
            throw (explain is null ? null : await explain(about, failure, cancellationToken).ConfigureAwait(false)) ?? failure;
        }
    }

    /// <summary>The same for calls whose errors mean what their status says.</summary>
    public Task<T> SendAsync<T>(
        ApiCall about, Func<TApi, CancellationToken, Task<T>> send, CancellationToken cancellationToken) =>
        SendAsync(about, send, null, cancellationToken);

    /// <summary>The same for calls that answer nothing.</summary>
    public Task SendAsync(
        ApiCall about, Func<TApi, CancellationToken, Task> send, CancellationToken cancellationToken) =>
        SendAsync(about, Calls.WithResult(send), null, cancellationToken);

    public string RequireId(ClientOperation operation, JsonElement id) => WireValues.Text(id)
        ?? throw new UnexpectedResponseException(Error(operation, operation == ClientOperation.Create
            ? "the client was probably created, but the answer holds no client id; list the clients before trying again."
            : "the answer holds no client id."));

    public ClientManagementError Error(ClientOperation operation, string summary) =>
        new() { Provider = context.Name, Operation = operation, Summary = summary };
}
