using System.Globalization;
using System.Net;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Telemetry;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

// Requests about one client, with its own key: one at a time, and what they bring is kept.
internal sealed partial class RegistrationAdapter
{
    private async Task<T> AloneAsync<T>(OperationInfo operation, Func<OperationInfo, Task<T>> run, CancellationToken cancellationToken)
    {
        if (operation.IsAlone)
        {
            return await run(operation).ConfigureAwait(false);
        }

        IAsyncDisposable? turn = await LockAsync(operation, cancellationToken).ConfigureAwait(false);
        try
        {
            return await run(operation with { IsAlone = true }).ConfigureAwait(false);
        }
        finally
        {
            if (turn is not null)
            {
                await turn.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    // The one who calls has the client to itself.
    private async Task<JsonElement> ReadAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        JsonElement answer = await SendAsync(
            operation, client => client.ReadClientAsync(operation, WireJson.Keep, cancellationToken), cancellationToken).ConfigureAwait(false);
        string? told = WireValues.Text(answer.Member(ClientInformation.ClientId));
        if (told != operation.RequiredClientId)
        {
            throw new UnexpectedResponseException(Error(
                operation.Operation, told is null ? "the answer holds no client id." : "the server answered with another client.") with
            {
                ClientId = Disclosure.Clean(operation.ClientId, []),
            });
        }

        JsonElement document = ClientDocument.Read(answer, _profile);
        return _profile.ShowsSecret && !IsHash(document) ? document : WithSecret(document, default);
    }

    private async Task<JsonElement> ReadCreatedAsync(OperationInfo operation, JsonElement created, CancellationToken cancellationToken)
    {
        try
        {
            return WithSecret(await GetAsync(operation, cancellationToken).ConfigureAwait(false), created);
        }
        catch (ClientManagementException e) when (e is not RegistrationNotStoredException)
        {
            // The client is there, and its secret is told nowhere else.
            operation.Provider.Services.Telemetry.NotReadBack(operation.Provider.Name, e);
            return ClientDocument.Read(created, _profile);
        }
    }

    private async Task<JsonElement> ReadChangedAsync(OperationInfo operation, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(operation, cancellationToken).ConfigureAwait(false);
        }
        catch (AccessDeniedException e) when (e.Error.StatusCode == HttpStatusCode.Unauthorized)
        {
            throw new AccessDeniedException(e.Error with
            {
                Summary = "the server accepted the change, and then refused the key that holds after it: somebody else changed the client at the same time, or it is disabled now.",
            });
        }
        catch (ClientManagementException e) when (e is not (ClientNotFoundException or OutcomeUnknownException or RegistrationNotStoredException))
        {
            throw new OutcomeUnknownException(e.Error with
            {
                Summary = $"the server accepted the change, but it could not be read back: {e.Error.Summary}",
            });
        }
    }

    // The mark is taken away by the answer, or where it is certain that nothing was done.
    private async Task<JsonElement> ReplaceAsync(
        OperationInfo operation,
        Func<RegistrationClient, Task<JsonElement>> send,
        CancellationToken cancellationToken,
        (string Part, string By)? place = null)
    {
        if (_isManaged)
        {
            return await SendAsync(operation, send, cancellationToken, place).ConfigureAwait(false);
        }

        Registrations known = Known(operation);
        ClientRegistration before = await RequireAsync(operation, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        ClientRegistration marked = await known.BeginChangeAsync(before).ConfigureAwait(false);
        try
        {
            return await SendAsync(operation, marked, before.ChangeBegunAt, send, cancellationToken, place).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OutcomeUnknownException or UnexpectedResponseException or RegistrationNotStoredException))
        {
            await known.AbandonChangeAsync(before).ConfigureAwait(false);
            throw;
        }
    }

    // Where the client has several addresses, one key opens them all.
    private Uri PlaceOf(OperationInfo operation, Uri client, (string Part, string By)? other) => other is not { } place ? client
        : client.AbsoluteUri.Contains(place.Part, StringComparison.Ordinal)
            ? new Uri(client.AbsoluteUri.Replace(place.Part, place.By, StringComparison.Ordinal))
        : throw new OperationNotSupportedException(Error(
            operation.Operation, $"the client is not below {place.Part}, so that the place for this is not known; nothing was sent."));

    private async Task<JsonElement> SendAsync(
        OperationInfo operation,
        Func<RegistrationClient, Task<JsonElement>> send,
        CancellationToken cancellationToken,
        (string Part, string By)? place = null)
    {
        if (_isManaged)
        {
            Uri endpoint = await _metadata.FindEndpointAsync(_connection, operation, cancellationToken).ConfigureAwait(false);
            var address = new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(operation.RequiredClientId)}");
            return await send(new RegistrationClient(new TargetedConnection(_connection, PlaceOf(operation, address, place)))).ConfigureAwait(false);
        }

        ClientRegistration registration = await RequireAsync(operation, cancellationToken).ConfigureAwait(false);
        return await SendAsync(operation, registration, registration.ChangeBegunAt, send, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonElement> SendAsync(
        OperationInfo operation,
        ClientRegistration registration,
        DateTimeOffset? begun,
        Func<RegistrationClient, Task<JsonElement>> send,
        CancellationToken cancellationToken,
        (string Part, string By)? place = null)
    {
        Registrations known = Known(operation);
        JsonElement answer;
        try
        {
            answer = await send(await ClientOfAsync(operation, registration, place, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (AccessDeniedException e) when (e.Error.StatusCode == HttpStatusCode.Unauthorized)
        {
            // A store whose lock does not reach all that use it.
            if (await known.FindAsync(cancellationToken).ConfigureAwait(false) is { } newer && !newer.AccessToken.Equals(registration.AccessToken))
            {
                return await SendAsync(operation, newer, newer.ChangeBegunAt, send, cancellationToken, place).ConfigureAwait(false);
            }

            throw WhyRefused(begun, e.Error);
        }

        await known.TakeAsync(registration, answer).ConfigureAwait(false);
        return answer;
    }

    private async ValueTask<ClientRegistration> RequireAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        await Known(operation).FindAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new ClientNotFoundException(Error(operation.Operation, "the store of registrations knows no such client; the server was not asked.") with
        {
            ClientId = Disclosure.Clean(operation.ClientId, []),
        });

    private async ValueTask<RegistrationClient> ClientOfAsync(
        OperationInfo operation, ClientRegistration registration, (string Part, string By)? place, CancellationToken cancellationToken)
    {
        ProviderOptions provider = operation.Provider.Options;
        Uri address = PlaceOf(operation, registration.ClientUri, place);

        // What the settings say is enough as a rule, so that a server that is known by its issuer alone is not asked each time.
        if (ClientOrigins.Refuse(address, provider.RegistrationEndpoint ?? provider.Issuer!, provider) is not null
            && ClientOrigins.Refuse(
                address,
                await _metadata.FindEndpointAsync(_connection, operation, cancellationToken).ConfigureAwait(false),
                provider) is { } reason)
        {
            throw new UnexpectedResponseException(Error(operation.Operation, reason + "; nothing was sent.") with
            {
                ClientId = Disclosure.Clean(operation.ClientId, []),
            });
        }

        return new RegistrationClient(new TargetedConnection(_connection, address)
        {
            Credential = ProviderCredential.FromAccessToken(registration.AccessToken),
            ReadingChanges = _profile.RotatesOnRead,
            ChangesBringKeys = true,
        });
    }

    private ClientManagementException WhyRefused(DateTimeOffset? changeBegunAt, ClientManagementError error) => changeBegunAt is { } begun
        ? new OutcomeUnknownException(error with
        {
            Summary = $"a change that began at {begun.ToString("u", CultureInfo.InvariantCulture)} has no known end, and the server no longer takes the key from before it: "
                + "the answer with the new key was lost. The client can no longer be managed from here, unless the server's operator makes a new key.",
        })
        : new AccessDeniedException(error with
        {
            Summary = "the server does not take the key to the client: "
                + (_profile.KeyExpires ? "it has expired, or " : "")
                + (_profile.UnauthorizedIfDisabled ? "the client is disabled, or " : "")
                + "the client is gone, or its key was replaced elsewhere.",
        });

    // {bcrypt}$2a$10$…, as Spring stores and shows it. It must not be taken for the secret, also where nobody said what the server is.
    private static bool IsHash(JsonElement document) =>
        WireValues.StringOrNull(document.Member(ClientInformation.ClientSecret)) is ['{', .. var rest] && rest.Contains('}', StringComparison.Ordinal);

    private static bool IsGone(ClientManagementException e) =>
        e is ClientNotFoundException || (e is AccessDeniedException && e.Error.StatusCode == HttpStatusCode.Unauthorized);

    // The secret of the answer that issued it: a read may show none, or a hash of it. Some reads do not say when the client was
    // registered either.
    private static JsonElement WithSecret(JsonElement document, JsonElement issued)
    {
        var whole = new WireObject(document);
        string[] missing = document.Member(ClientInformation.ClientIdIssuedAt) is { ValueKind: JsonValueKind.Number } told && told.TryGetInt64(out _)
            ? []
            : [ClientInformation.ClientIdIssuedAt];
        foreach (string name in (string[])[ClientInformation.ClientSecret, ClientInformation.ClientSecretExpiresAt, .. missing])
        {
            JsonElement value = issued.Member(name);
            whole[name] = value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) ? value.GetRawText()
                : issued.ValueKind == JsonValueKind.Undefined && name == ClientInformation.ClientSecret ? null
                : whole[name];
        }

        return JsonElement.Parse(whole.ToText());
    }
}
