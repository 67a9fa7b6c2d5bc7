using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox;

/// <summary>The state of the DocSpace portals, to look at and to prepare. Portals are named by their name.</summary>
public sealed class DocSpaceSandbox
{
    private readonly IReadOnlyList<PortalState> _portals;
    private readonly Func<Uri> _baseAddress;

    internal DocSpaceSandbox(IReadOnlyList<PortalState> portals, Func<Uri> baseAddress)
    {
        _portals = portals;
        _baseAddress = baseAddress;
    }

    /// <summary>
    /// An address that reaches one portal only, whatever the credentials: a path below that of the server. With one
    /// portal, <see cref="SandboxServer.BaseAddress"/> does as well.
    /// </summary>
    /// <param name="portal">The portal.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public Uri BaseAddress(string portal) => new(_baseAddress(), $"portals/{Uri.EscapeDataString(In(portal, p => p.Options.Name))}/");

    /// <summary>The number of clients of a portal.</summary>
    /// <param name="portal">The portal.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public int Count(string portal) => In(portal, p => p.Clients.Count);

    /// <summary>The ids of the clients of a portal, in the order of their creation.</summary>
    /// <param name="portal">The portal.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public IReadOnlyList<string> ClientIds(string portal) => In<IReadOnlyList<string>>(portal, p => [.. p.Clients.Keys.OrderBy(p.CreatedOn)]);

    /// <summary>A copy of a client exactly as it is stored, with its secret as plain text, or null when there is none.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="clientId">The client, UUID text in any case.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public JsonObject? FindClient(string portal, string clientId) =>
        In(portal, p => p.Find(Key(clientId))?.DeepClone() as JsonObject);

    /// <summary>Stores a client exactly as given, without any check. created_by makes its owner, created_on its place in lists.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="clientId">The id under which the client is found, whatever the document says.</param>
    /// <param name="client">The document; a copy is stored.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public void PutClient(string portal, string clientId, JsonObject client)
    {
        ArgumentNullException.ThrowIfNull(client);
        In(portal, p =>
        {
            p.Put(Key(clientId), (JsonObject)client.DeepClone());
            p.Cache.Evict(Key(clientId));
        });
    }

    /// <summary>Removes a client with its consents.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="clientId">The client.</param>
    /// <returns>Whether it was there.</returns>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public bool RemoveClient(string portal, string clientId) => In(portal, p =>
    {
        p.Cache.Evict(Key(clientId));
        p.RemoveConsents(Key(clientId));
        return p.Remove(Key(clientId));
    });

    /// <summary>Adds clients, named "Client 1" and so on, and returns their ids, oldest first. No limit applies.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="userId">Their owner.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public IReadOnlyList<string> Seed(string portal, string userId, int count) => In<IReadOnlyList<string>>(
        portal,
        p => [.. Enumerable.Range(1, count).Select(i => ClientDocument.Seed(p, userId, string.Create(CultureInfo.InvariantCulture, $"Client {i}")))]);

    /// <summary>Lets a user consent to a client; an earlier consent is replaced.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="userId">The user.</param>
    /// <param name="clientId">The client; it need not exist.</param>
    /// <param name="scopes">The scopes consented to.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public void AddConsent(string portal, string userId, string clientId, params IReadOnlyList<string> scopes) => In(portal, p =>
    {
        p.Consents.RemoveAll(c => c.ClientId == Key(clientId) && string.Equals(c.UserId, userId, StringComparison.OrdinalIgnoreCase));
        p.Consents.Add(new Consent(userId, Key(clientId), [.. scopes], p.Stored(p.NextTime())));
    });

    /// <summary>The ids of the clients that a user has consented to.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="userId">The user.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public IReadOnlyList<string> Consents(string portal, string userId) => In<IReadOnlyList<string>>(
        portal,
        p => [.. p.Consents.Where(c => string.Equals(c.UserId, userId, StringComparison.OrdinalIgnoreCase)).Select(c => c.ClientId)]);

    /// <summary>Issues a signature, as the exchange does.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="userId">The user.</param>
    /// <param name="issuedAt">The time of issue; now by default. Five minutes ago or more makes one that has run out.</param>
    /// <exception cref="ArgumentException">There is no such portal or user.</exception>
    public string IssueSignature(string portal, string userId, DateTimeOffset? issuedAt = null) => In(portal, p =>
    {
        DocSpaceUser user = p.User(userId) ?? throw new ArgumentException($"The portal has no user '{userId}'.", nameof(userId));
        return Signature.Issue(p, user, issuedAt ?? p.Clock.GetUtcNow(), _baseAddress().GetLeftPart(UriPartial.Authority));
    });

    /// <summary>Makes every signature issued so far invalid.</summary>
    /// <param name="portal">The portal.</param>
    /// <exception cref="ArgumentException">There is no such portal.</exception>
    public void InvalidateSignatures(string portal) => In(portal, p => p.RenewSigningKey());

    internal IReadOnlyList<DocSpacePortalOptions> Portals => [.. _portals.Select(p => p.Options)];

    internal void Clear()
    {
        foreach (PortalState portal in _portals)
            In(portal.Options.Name, p => p.Clear());
    }

    private static string Key(string clientId) => Guid.TryParseExact(clientId, "D", out Guid id) ? id.ToString("D") : clientId;

    private T In<T>(string name, Func<PortalState, T> read)
    {
        PortalState portal = _portals.FirstOrDefault(p => p.Options.Name == name)
            ?? throw new ArgumentException($"The sandbox has no DocSpace portal '{name}'.", nameof(name));
        lock (portal.Gate)
            return read(portal);
    }

    private void In(string name, Action<PortalState> change) => In(name, p =>
    {
        change(p);
        return true;
    });
}
