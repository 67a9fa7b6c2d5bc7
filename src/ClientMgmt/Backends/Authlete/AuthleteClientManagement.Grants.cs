using System.Runtime.CompilerServices;
using ClientMgmt.Mapping;
using ClientMgmt.Serialization;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Authlete;

// Secrets, the grants of end users and the requestable scopes.
internal sealed partial class AuthleteClientManagement
{
    private const int LongestSecret = 86;

    public override async Task<Secret> RotateSecretAsync(string clientId, CancellationToken cancellationToken = default)
    {
        ClientSecretRefreshResponse answer = await OnClientAsync(
            ClientOperation.RotateSecret, clientId, (api, token) => api.RotateSecretAsync(clientId, token), cancellationToken)
            .ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.NewClientSecret)
            ? throw new UnexpectedResponseException(_api.Error(
                ClientOperation.RotateSecret, "the secret was rotated, but the answer does not hold it; get the client to read it."))
            : new Secret(answer.NewClientSecret);
    }

    public override async Task SetSecretAsync(string clientId, Secret secret, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(secret);
        string value = secret.Reveal();
        if (value.Length > LongestSecret || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException($"A secret has 1 to {LongestSecret} characters of A-Z, a-z, 0-9, - and _.", nameof(secret));
        }

        await OnClientAsync(
            ClientOperation.SetSecret,
            clientId,
            (api, token) => api.SetSecretAsync(clientId, new ClientSecretUpdateRequest { ClientSecret = value }, token),
            cancellationToken,
            secret).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<AuthorizedClient> ListAuthorizedClientsAsync(
        string? subject,
        ClientListOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        IAsyncEnumerable<JObject> clients = ReadPagesAsync(
            ClientOperation.ListAuthorizedClients,
            options,
            async (api, start, end, token) =>
            {
                ClientAuthorizationGetListResponse page = await api
                    .ListAuthorizedClientsAsync(user, options?.Developer, start, end, token).ConfigureAwait(false);
                return (page.TotalCount, page.Clients);
            },
            cancellationToken);
        await foreach (JObject document in clients.ConfigureAwait(false))
        {
            OAuthClient client = ToClient(ClientOperation.ListAuthorizedClients, document);
            yield return new AuthorizedClient { ClientId = client.ClientId, Client = client };
        }
    }

    public override Task UpdateAuthorizationAsync(
        string clientId, string? subject, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var body = new ClientAuthorizationUpdateRequest { Subject = ClientIds.CheckSubject(subject), Scopes = [.. scopes] };
        return OnClientAsync(
            ClientOperation.UpdateAuthorization,
            clientId,
            (api, token) => api.UpdateAuthorizationAsync(clientId, body, token),
            cancellationToken);
    }

    public override Task RevokeAuthorizationAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        return OnClientAsync(
            ClientOperation.RevokeAuthorization,
            clientId,
            (api, token) => api.RevokeAuthorizationAsync(clientId, user, token),
            cancellationToken);
    }

    public override async Task<GrantedScopes> GetGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        ClientGrantedScopesGetResponse answer = await OnClientAsync(
            ClientOperation.GetGrantedScopes,
            clientId,
            (api, token) => api.GetGrantedScopesAsync(clientId, user, token),
            cancellationToken).ConfigureAwait(false);
        return new GrantedScopes
        {
            Latest = answer.LatestGrantedScopes?.ToArray(),
            Merged = answer.MergedGrantedScopes?.ToArray(),
            ModifiedAt = answer.LatestGrantedScopes is null ? null : WireValues.Milliseconds(answer.ModifiedAt),
        };
    }

    public override Task DeleteGrantedScopesAsync(
        string clientId, string? subject, CancellationToken cancellationToken = default)
    {
        string user = ClientIds.CheckSubject(subject);
        return OnClientAsync(
            ClientOperation.DeleteGrantedScopes,
            clientId,
            (api, token) => api.DeleteGrantedScopesAsync(clientId, user, token),
            cancellationToken);
    }

    public override async Task<IReadOnlyList<string>?> GetRequestableScopesAsync(
        string clientId, CancellationToken cancellationToken = default)
    {
        ClientExtensionRequestableScopesGetResponse answer = await OnClientAsync(
            ClientOperation.GetRequestableScopes,
            clientId,
            (api, token) => api.GetRequestableScopesAsync(clientId, token),
            cancellationToken).ConfigureAwait(false);
        return answer.RequestableScopes?.ToArray();
    }

    public override async Task<IReadOnlyList<string>?> SetRequestableScopesAsync(
        string clientId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0)
        {
            // The operation reads an empty list as null, which would allow every scope; the vendor's advice is to set
            // the client's extension instead.
            OAuthClient client = await UpdateAsync(
                ClientOperation.SetRequestableScopes, clientId, c => c with { Scope = "" }, cancellationToken).ConfigureAwait(false);
            return client.Metadata.Scope is { } scope ? [.. MetadataValues.Words(scope)] : null;
        }

        var body = new ClientExtensionRequestableScopesUpdateRequest { RequestableScopes = [.. scopes] };
        ClientExtensionRequestableScopesUpdateResponse answer = await OnClientAsync(
            ClientOperation.SetRequestableScopes,
            clientId,
            (api, token) => api.SetRequestableScopesAsync(clientId, body, token),
            cancellationToken).ConfigureAwait(false);
        return answer.RequestableScopes?.ToArray();
    }

    public override Task ClearRequestableScopesAsync(string clientId, CancellationToken cancellationToken = default) =>
        OnClientAsync(
            ClientOperation.ClearRequestableScopes,
            clientId,
            async (api, token) =>
            {
                await api.ClearRequestableScopesAsync(clientId, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    /// <summary>Reads window after window; a client that moved into the next one is told once.</summary>
    private async IAsyncEnumerable<JObject> ReadPagesAsync(
        ClientOperation operation,
        ClientListOptions? options,
        Func<IAuthleteApi, int, int, CancellationToken, Task<(int? Total, IEnumerable<JsonBody>? Clients)>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int size = options?.PageSize ?? DefaultPageSize;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(ClientListOptions.PageSize));
        var seen = new HashSet<string?>();
        for (int start = 0; ;)
        {
            int first = start;
            (int? total, IEnumerable<JsonBody>? clients) = await _api.SendAsync(
                operation, (api, token) => read(api, first, first + size, token), cancellationToken).ConfigureAwait(false);
            JObject[] page = [.. (clients ?? []).Where(c => c is not null).Select(c => c.Json)];
            foreach (JObject client in page.Where(c => seen.Add(WireValues.Text(c[AuthleteProperties.ClientId]))))
            {
                yield return client;
            }

            // A server may give less than asked for, so the next window begins where this one really ended.
            start += page.Length;
            if (page.Length == 0 || start >= total)
            {
                yield break;
            }
        }
    }
}
