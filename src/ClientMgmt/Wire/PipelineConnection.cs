using System.Runtime.ExceptionServices;
using System.Text.Json;
using ClientMgmt.JsonText;

namespace ClientMgmt.Wire;

/// <summary>Sends the requests of one provider, and turns whatever goes wrong into the library's own errors.</summary>
/// <param name="protocol">The backend's.</param>
/// <param name="explain">Tells what an error about one client really means, where that is more than its status says; else null.</param>
internal sealed class PipelineConnection(
    BackendProtocol protocol,
    Func<OperationInfo, ClientManagementException, ClientManagementException?>? explain = null) : ApiConnection
{
    public override async Task<T> SendAsync<T>(
        OperationInfo operation, ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Provider provider = operation.Provider;
        var call = new Call(provider, protocol, provider.State.Requests, operation, protocol.Adapt(request, provider.Options));
        ClientManagementException failure;
        try
        {
            CallResult result = await RequestPipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
            using (result.Attempt)
            {
                if (!result.Attempt.IsSuccess)
                {
                    failure = FailureTranslator.Translate(call, result);
                }
                else
                {
                    try
                    {
                        return Read(result.Attempt, read);
                    }
                    catch (JsonException)
                    {
                        call.Request.OnUnreadable?.Invoke(WireJson.Salvage(result.Attempt.Body!.Bytes.Span));
                        failure = ErrorTranslator.Unreadable(call, result);
                    }
                }
            }
        }
        catch (CredentialException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (e.InnerException is not (null or TimeLimitException))
            {
                // An error of the application's own callback or handler is the application's.
                ExceptionDispatchInfo.Throw(e.InnerException!);
            }

            failure = FailureTranslator.Translate(call, e);
        }

        throw (operation.ClientId is null ? null : explain?.Invoke(operation, failure)) ?? failure;
    }
}
