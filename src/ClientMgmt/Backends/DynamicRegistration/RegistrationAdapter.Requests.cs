using System.Globalization;
using System.Net;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Management;
using ClientMgmt.Mapping;
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
        var reading = new KeyedRequest(client => client.ReadClientAsync(operation, WireJson.Keep, cancellationToken), IsChange: false);
        JsonElement answer = await SendAsync(operation, reading, cancellationToken).ConfigureAwait(false);
        string? told = WireValues.Text(answer.Member(ClientInformation.ClientId));
        if (told != operation.RequiredClientId)
        {
            throw new UnexpectedResponseException(Error(
                operation, told is null ? "the answer holds no client id." : "the server answered with another client."));
        }

        JsonElement document = ClientDocument.Read(answer, _profile);
        return _profile.ShowsSecret && !IsHash(document) ? document : WithSecret(document, default);
    }

    private async Task<JsonElement> ReadCreatedAsync(
        OperationInfo operation, IReadOnlyList<MetadataChange> changes, ClientAnswer created, CancellationToken cancellationToken)
    {
        try
        {
            return WithSecret(await GetAsync(operation, cancellationToken).ConfigureAwait(false), created.Json);
        }
        catch (Exception e) when (e is not RegistrationNotStoredException && !Settlement.IsCancelled(e, cancellationToken))
        {
            // The client is there, and its secret is told nowhere else.
            operation.Provider.Services.Telemetry.NotReadBack(operation.Provider.Name, e);
            return created.Fault is null ? ClientDocument.Read(created.Json, _profile)
                : throw InPart(operation, changes, created, "and the client could not be read back");
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
        catch (Exception e) when (e is not (ClientNotFoundException or OutcomeUnknownException or RegistrationNotStoredException)
            && !Settlement.IsCancelled(e, cancellationToken))
        {
            throw NotReadBack(operation, e);
        }
    }

    // The mark is taken away by the answer, or where it is certain that nothing was done.
    private async Task<JsonElement> ChangeAsync(OperationInfo operation, KeyedRequest request, CancellationToken cancellationToken)
    {
        if (_isManaged)
        {
            return await SendAsync(operation, request, cancellationToken).ConfigureAwait(false);
        }

        Registrations known = Known(operation);
        ClientRegistration before = await RequireAsync(operation, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        ClientRegistration marked = await known.BeginChangeAsync(before).ConfigureAwait(false);
        try
        {
            return await SendAsync(operation, request, marked, before, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!MayHaveChanged(e))
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
            operation, $"the client is not below {place.Part}, so the address for this operation is not known; nothing was sent."));

    private async Task<JsonElement> SendAsync(OperationInfo operation, KeyedRequest request, CancellationToken cancellationToken)
    {
        if (_isManaged)
        {
            Uri endpoint = await _metadata.FindEndpointAsync(_connection, operation, cancellationToken).ConfigureAwait(false);
            var address = new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(operation.RequiredClientId)}");
            ClientAnswer told = await AnswerAsync(request, new TargetedConnection(_connection, PlaceOf(operation, address, request.Place))).ConfigureAwait(false);
            return told.Require(request);
        }

        ClientRegistration registration = await RequireAsync(operation, cancellationToken).ConfigureAwait(false);
        return await SendAsync(operation, request, registration, registration, cancellationToken).ConfigureAwait(false);
    }

    // The registration may bear the mark of this very change; before holds what was known without it.
    private async Task<JsonElement> SendAsync(
        OperationInfo operation, KeyedRequest request, ClientRegistration registration, ClientRegistration before, CancellationToken cancellationToken)
    {
        Registrations known = Known(operation);
        ClientAnswer answer;
        try
        {
            answer = await AnswerAsync(
                request, await ConnectAsync(operation, registration, request.Place, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (ClientManagementException e) when (IsGone(e))
        {
            // A store whose lock does not reach all that use it.
            if (e is AccessDeniedException && await known.FindAsync(cancellationToken).ConfigureAwait(false) is { } newer
                && !newer.AccessToken.Equals(registration.AccessToken))
            {
                return await SendAsync(operation, request, newer, newer, cancellationToken).ConfigureAwait(false);
            }

            if (!before.IsBeingDeleted)
            {
                if (e is AccessDeniedException)
                {
                    throw WhyRefused(before, e.Error);
                }

                throw;
            }

            // After a deletion without an answer, this is how the server says that it was made: the key went with the client. Only
            // where the key of a client that somebody disabled since is refused too, it is not thrown away.
            bool isCertain = e is ClientNotFoundException || !_profile.UnauthorizedIfDisabled;
            if (isCertain)
            {
                await known.RemoveAsync().ConfigureAwait(false);
            }

            throw new ClientNotFoundException(e.Error with
            {
                Summary = "the client is gone, as its deletion had begun"
                    + (isCertain ? "." : ", unless somebody disabled it since; the key to it stays in the store of registrations until it is removed there."),
            });
        }

        // Where the key could not be read, the mark says so until the next answer. A deletion answers nothing: its mark goes with the key.
        if (answer.Fault is null ? answer.Json.ValueKind != JsonValueKind.Undefined : Registrations.HasKey(answer.Json))
        {
            await known.TakeAsync(registration, answer.Json).ConfigureAwait(false);
        }

        return answer.Require(request);
    }

    private static async Task<ClientAnswer> AnswerAsync(KeyedRequest request, TargetedConnection connection)
    {
        try
        {
            return new ClientAnswer(request.Read(await request.Send(new RegistrationClient(connection)).ConfigureAwait(false)));
        }
        catch (UnexpectedResponseException e) when (connection.Left is { } left)
        {
            return new ClientAnswer(request.Read(left), e);
        }
    }

    private async ValueTask<ClientRegistration> RequireAsync(OperationInfo operation, CancellationToken cancellationToken) =>
        await Known(operation).FindAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new ClientNotFoundException(Error(operation, "the store of registrations knows no such client; the server was not asked."));

    private async ValueTask<TargetedConnection> ConnectAsync(
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
            throw new UnexpectedResponseException(Error(operation, reason + "; nothing was sent."));
        }

        return new TargetedConnection(_connection, address)
        {
            Credential = ProviderCredential.FromAccessToken(registration.AccessToken),
            ReadingChanges = _profile.RotatesOnRead,
            ChangesBringKeys = true,
        };
    }

    // {bcrypt}$2a$10$…, as Spring stores and shows it. It must not be taken for the secret, also where nobody said what the server is.
    private static bool IsHash(JsonElement document) =>
        WireValues.StringOrNull(document.Member(ClientInformation.ClientSecret)) is ['{', .. var rest] && rest.Contains('}', StringComparison.Ordinal);

    // The secret of the answer that issued it: a read may show none, or a hash of it. Some reads do not say when the client was
    // registered either.
    private static JsonElement WithSecret(JsonElement document, JsonElement issued)
    {
        var whole = new WireObject(document);
        string[] missing = WireValues.Seconds(document.Member(ClientInformation.ClientIdIssuedAt)) is not null ? [] : [ClientInformation.ClientIdIssuedAt];
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
