using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Telemetry;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

/// <summary>The registrations of one server in its store. What an answer holds of a key is saved before anything else of it is looked at.</summary>
internal sealed class Registrations(IRegistrationStore store, OperationInfo operation)
{
    private readonly string _server = RegistrationBackend.ServerOf(operation.Provider.Options);

    private DateTimeOffset Now => operation.Provider.Services.Time.GetUtcNow();

    public ValueTask<ClientRegistration?> FindAsync(CancellationToken cancellationToken) =>
        AskAsync(() => store.FindAsync(_server, operation.RequiredClientId, cancellationToken), cancellationToken: cancellationToken);

    public ValueTask<IReadOnlyList<RegistrationEntry>> ListAsync(CancellationToken cancellationToken) =>
        AskAsync(() => store.ListAsync(_server, cancellationToken), cancellationToken: cancellationToken);

    public ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancellationToken) =>
        AskAsync(() => store.LockAsync(_server, operation.RequiredClientId, cancellationToken), cancellationToken: cancellationToken);

    /// <summary>Forgets a client that is gone.</summary>
    public ValueTask<bool> RemoveAsync() => AskAsync(
        async () =>
        {
            await store.RemoveAsync(_server, operation.RequiredClientId).ConfigureAwait(false);
            return true;
        },
        what: "the client is deleted, but the store did not forget its key");

    /// <summary>Writes down that a change begins whose answer may never come.</summary>
    public ValueTask<ClientRegistration> BeginChangeAsync(ClientRegistration registration) => AskAsync(
        async () =>
        {
            ClientRegistration marked = registration with
            {
                ChangeBegunAt = Now,
                IsBeingDeleted = operation.Operation == ClientOperation.Delete,
            };
            await store.SaveAsync(_server, marked).ConfigureAwait(false);
            return marked;
        },
        what: "the store of registrations failed, so that nothing was changed");

    /// <summary>
    /// Writes down that nothing was changed, unless somebody else has stored another key meanwhile. Where that fails, the next reading
    /// finds it out.
    /// </summary>
    /// <param name="before">The registration as it was before <see cref="BeginChangeAsync"/>.</param>
    public async ValueTask AbandonChangeAsync(ClientRegistration before)
    {
        try
        {
            ClientRegistration? now = await FindAsync(CancellationToken.None).ConfigureAwait(false);
            if (before.AccessToken.Equals(now?.AccessToken))
            {
                await store.SaveAsync(_server, before).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // Of whatever kind the store is: what the caller has to hear is why the change was not made.
        }
    }

    /// <summary>Whether an answer holds a key.</summary>
    public static bool HasKey(JsonElement answer) => KeyIn(answer) is not null;

    /// <summary>Keeps what an answer about a new client holds of a key; null if it holds none.</summary>
    /// <exception cref="RegistrationNotStoredException">The store failed.</exception>
    public async ValueTask<ClientRegistration?> TakeNewAsync(JsonElement answer, string clientId, Uri endpoint)
    {
        if (KeyIn(answer) is not { } key || AddressIn(answer, endpoint) is not { } address)
        {
            return null;
        }

        var registration = new ClientRegistration { ClientId = clientId, ClientUri = address, AccessToken = key, SavedAt = Now };
        await SaveAsync(registration).ConfigureAwait(false);
        return registration;
    }

    /// <summary>Keeps what an answer holds of another key than the one that was sent. What it leaves out is unchanged.</summary>
    /// <exception cref="RegistrationNotStoredException">The store failed.</exception>
    /// <exception cref="UnexpectedResponseException">The answer is about another client.</exception>
    public async ValueTask<ClientRegistration> TakeAsync(ClientRegistration sent, JsonElement answer)
    {
        if (WireValues.Text(answer.Member(ClientInformation.ClientId)) is { } told && told != sent.ClientId)
        {
            throw new UnexpectedResponseException(Error("the server answered with another client; nothing of that was stored."));
        }

        // An address to which the key would not go takes no place of one that has just answered. As a rule it is told as it was.
        Uri? address = IsText(answer.Member(ClientInformation.RegistrationClientUri), sent.ClientUri.OriginalString) ? null : AddressIn(answer, sent.ClientUri);
        ClientRegistration now = sent with
        {
            AccessToken = KeyIn(answer) ?? sent.AccessToken,
            ClientUri = address is not null && ClientOrigins.Refuse(address, sent.ClientUri, operation.Provider.Options) is null ? address : sent.ClientUri,
            ChangeBegunAt = null,
            IsBeingDeleted = false,
        };
        if (now != sent)
        {
            now = now with { SavedAt = Now };
            await SaveAsync(now).ConfigureAwait(false);
        }

        return now;
    }

    private async ValueTask<T> AskAsync<T>(
        Func<ValueTask<T>> ask, string what = "the store of registrations failed", CancellationToken cancellationToken = default)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new RegistrationStoreException(Error($"{what}: {Disclosure.Clean(e.Message, [])}") with { StatusCode = null }, e);
        }
    }

    private async ValueTask SaveAsync(ClientRegistration registration)
    {
        try
        {
            await store.SaveAsync(_server, registration).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw new RegistrationNotStoredException(
                Error("the server acted, but the store did not keep the key to the client. The error carries it: keep it, or the client can no longer be managed."),
                registration,
                e);
        }
    }

    private ClientManagementError Error(string summary) => new()
    {
        Provider = operation.Provider.Name,
        Operation = operation.Operation,
        Summary = summary,
        StatusCode = System.Net.HttpStatusCode.OK,
        ClientId = Disclosure.Clean(operation.ClientId, []),
    };

    private static bool IsText(JsonElement value, string text) => WireValues.IsPlainText(value) && value.ValueEquals(text);

    // One that no header can carry is none.
    private static Secret? KeyIn(JsonElement answer) =>
        WireValues.Text(answer.Member(ClientInformation.RegistrationAccessToken)) is { } key && ProviderCredential.IsPrintable(key)
            ? new Secret(key)
            : null;

    private static Uri? AddressIn(JsonElement answer, Uri nearby) =>
        WireValues.StringOrNull(answer.Member(ClientInformation.RegistrationClientUri)) is { Length: > 0 } text
        && Uri.TryCreate(nearby, text, out Uri? address)
            ? address
            : null;
}
