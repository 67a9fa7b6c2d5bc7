using System.Globalization;
using System.Net;
using System.Text.Json;
using ClientMgmt.Mapping;
using ClientMgmt.Telemetry;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

// What errors mean that their status does not say.
internal sealed partial class RegistrationAdapter
{
    private const string InsufficientScope = "insufficient_scope";

    // Keycloak's words where it is the token after all, or where the request comes from.
    private static readonly string[] s_aboutTheCaller = ["Forbidden", "Trusted Hosts"];

    private async Task<T> ExplainAsync<T>(OperationInfo operation, Func<Task<T>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (AccessDeniedException e) when (_profile.ForbidsMetadata && e.Error is { VendorCode: InsufficientScope, VendorMessage: { } said }
            && !s_aboutTheCaller.Any(words => said.Contains(words, StringComparison.Ordinal)))
        {
            throw new InvalidClientMetadataException(e.Error with { Summary = "a policy of the server refused a value." });
        }
        catch (ClientManagementException e) when (operation.ClientId is not null && MayBeMissing((int?)e.Error.StatusCode))
        {
            if (!await IsThereAsync(operation).ConfigureAwait(false))
            {
                throw;
            }

            // Without the status: of this exception, it would mean that the server did something.
            throw new OperationNotSupportedException(e.Error with
            {
                Summary = $"the server reads the client, but has no such operation (HTTP {(int?)e.Error.StatusCode}); set Server to be told beforehand.",
                StatusCode = null,
            });
        }
    }

    // A redirect leads to a page for people, which would answer whatever it is asked.
    private static bool MayBeMissing(int? status) => status is 404 or 405 or 501 or (>= 300 and < 400);

    private async Task<bool> IsThereAsync(OperationInfo operation)
    {
        try
        {
            await ReadAsync(operation, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (ClientManagementException)
        {
            return false;
        }
    }

    // With the id and the secret, if that could be read: they are told nowhere else.
    private MetadataNotStoredException InPart(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, ClientAnswer created, string why) => new(
        created.Fault!.Error with
        {
            Summary = $"the client was created, but the answer to that cannot be read as a whole, {why}: what the server stored is not known.",
            ClientId = Disclosure.Clean(operation.ClientId, []),
            FieldErrors = [.. NamesOf(changes).Select(name => new FieldError(name, "may not be stored"))],
        },
        ToClient(operation.Operation, ClientDocument.Read(created.Json, _profile)));

    private ClientManagementException WhyRefused(ClientRegistration before, ClientManagementError error) => before.ChangeBegunAt is { } begun
        ? new OutcomeUnknownException(error with
        {
            Summary = $"a change that began at {begun.ToString("u", CultureInfo.InvariantCulture)} has no known end, and the server no longer accepts the key from before it. "
                + "The answer with the new key was lost. The client can no longer be managed from here, unless the server's operator makes a new key.",
        })
        : new AccessDeniedException(error with
        {
            Summary = "the server does not accept the key to the client: "
                + (_profile.KeyExpires ? "it has expired, or " : "")
                + (_profile.UnauthorizedIfDisabled ? "the client is disabled, or " : "")
                + "the client is gone, or its key was replaced elsewhere.",
        });

    // Of a success that could not be read, too. Who was refused changed nothing, whatever had begun before. An exception that is not the
    // library's came out of a handler of the application, which may have thrown it after the server acted.
    private static bool MayHaveChanged(Exception e) => e switch
    {
        OutcomeUnknownException unknown => unknown.Error.StatusCode != HttpStatusCode.Unauthorized,
        UnexpectedResponseException { Error.StatusCode: { } status } => (int)status is >= 200 and < 300,
        _ => e is RegistrationNotStoredException or not (ClientManagementException or OperationCanceledException),
    };

    private static bool IsGone(ClientManagementException e) =>
        e is ClientNotFoundException || (e is AccessDeniedException && e.Error.StatusCode == HttpStatusCode.Unauthorized);
}
