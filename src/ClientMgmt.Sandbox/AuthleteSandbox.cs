using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Authlete;

namespace ClientMgmt.Sandbox;

/// <summary>The state of the Authlete services, to look at and to prepare. Services are named by their id.</summary>
public sealed class AuthleteSandbox
{
    private readonly IReadOnlyList<ServiceState> _services;

    internal AuthleteSandbox(IReadOnlyList<ServiceState> services) => _services = services;

    /// <summary>The number of clients of a service.</summary>
    /// <param name="serviceId">The service.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public int Count(string serviceId) => In(serviceId, s => s.Count);

    /// <summary>The ids of the clients of a service, in the order of its lists.</summary>
    /// <param name="serviceId">The service.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public IReadOnlyList<long> ClientIds(string serviceId) => In<IReadOnlyList<long>>(serviceId, s => [.. s.Clients.Select(c => c.Key)]);

    /// <summary>A copy of a client exactly as it is stored, or null when there is none.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="clientId">The client.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public JsonObject? FindClient(string serviceId, long clientId) =>
        In(serviceId, s => s.Find(clientId)?.DeepClone() as JsonObject);

    /// <summary>Stores a client exactly as given, without any check; it is answered exactly so.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="clientId">The id under which the client is found, whatever the document says.</param>
    /// <param name="client">The document; a copy is stored.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public void PutClient(string serviceId, long clientId, JsonObject client)
    {
        ArgumentNullException.ThrowIfNull(client);
        In(serviceId, s => s.Put(clientId, (JsonObject)client.DeepClone()));
    }

    /// <summary>Adds clients, named "Client 1" and so on, and returns their ids.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="count">How many.</param>
    /// <param name="developer">Their developer, if any.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public IReadOnlyList<long> Seed(string serviceId, int count, string? developer = null) =>
        In<IReadOnlyList<long>>(serviceId, s => [.. Enumerable.Range(1, count).Select(i => Add(s, i, developer))]);

    /// <summary>Removes a client with its tokens and records.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="clientId">The client.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public bool RemoveClient(string serviceId, long clientId) => In(serviceId, s => s.Remove(clientId));

    /// <summary>Lets a subject authorize a client: one access token, and the record of the granted scopes.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="clientId">The client; it need not exist.</param>
    /// <param name="subject">The end user.</param>
    /// <param name="scopes">The granted scopes.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public void AddGrant(string serviceId, long clientId, string subject, params IReadOnlyList<string> scopes) =>
        In(serviceId, s => s.AddGrant(clientId, subject, [.. scopes]));

    /// <summary>The scopes of each access token that a subject has given a client.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="clientId">The client.</param>
    /// <param name="subject">The end user.</param>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public IReadOnlyList<IReadOnlyList<string>> TokenScopes(string serviceId, long clientId, string subject) =>
        In<IReadOnlyList<IReadOnlyList<string>>>(
            serviceId,
            s => [.. s.Tokens.Where(t => t.ClientId == clientId && t.Subject == subject).Select(t => t.Scopes)]);

    internal IReadOnlyList<AuthleteServiceOptions> Services => [.. _services.Select(s => s.Options)];

    internal void Clear()
    {
        foreach (ServiceState service in _services)
            In(service.Options.ServiceId, s => s.Clear());
    }

    // v3 takes no developer from a request, but has clients with one.
    private static long Add(ServiceState service, int number, string? developer)
    {
        long id = ClientEndpoints.Add(
            service, new JsonObject { ["clientName"] = string.Create(CultureInfo.InvariantCulture, $"Client {number}") });
        if (developer is not null)
            service.Find(id)!["developer"] = developer;
        return id;
    }

    private T In<T>(string serviceId, Func<ServiceState, T> read)
    {
        ServiceState service = _services.FirstOrDefault(s => s.Options.ServiceId == serviceId)
            ?? throw new ArgumentException($"The sandbox has no Authlete service '{serviceId}'.", nameof(serviceId));
        lock (service.Gate)
            return read(service);
    }

    private void In(string serviceId, Action<ServiceState> change) => In(serviceId, s =>
    {
        change(s);
        return true;
    });
}
