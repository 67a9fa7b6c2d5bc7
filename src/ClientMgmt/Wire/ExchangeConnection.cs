using System.Text.Json;

namespace ClientMgmt.Wire;

/// <summary>Sends the request that exchanges a credential: with that credential, past the limits and the breaker of the API.</summary>
/// <param name="waiting">The call that waits for it.</param>
/// <param name="credential">The credential.</param>
internal sealed class ExchangeConnection(Call waiting, ProviderCredential credential) : ApiConnection
{
    public override async Task<T> SendAsync<T>(
        OperationInfo operation, ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        Call call = waiting with { Limits = waiting.Provider.State.Exchange, Operation = operation, Request = request };
        CallResult result = await RequestPipeline.SendAsync(call, new Access(credential), cancellationToken).ConfigureAwait(false);
        using (result.Attempt)
        {
            try
            {
                return result.Attempt.IsSuccess ? Read(result.Attempt, read) : throw new CredentialException(result, credential);
            }
            catch (JsonException)
            {
                throw new CredentialException(result, credential);
            }
        }
    }
}
