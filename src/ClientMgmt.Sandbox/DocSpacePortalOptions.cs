namespace ClientMgmt.Sandbox;

/// <summary>One DocSpace portal of the sandbox.</summary>
public sealed record DocSpacePortalOptions
{
    /// <summary>The name by which the sandbox API knows the portal. Unique in the sandbox.</summary>
    public string Name { get; init; } = SandboxDefaults.Portal;

    /// <summary>
    /// The host name of the portal. At the root of the sandbox credentials choose the portal; the Host header does so for
    /// requests without any, and the first portal answers when it names none.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>The tenant number. Unique in the sandbox, at least 1.</summary>
    public long TenantId { get; init; } = 1;

    /// <summary>The server generation. 3.7 by default.</summary>
    public DocSpaceGeneration Generation { get; init; } = DocSpaceGeneration.Version37;

    /// <summary>The kind of installation. Self-hosted by default.</summary>
    public DocSpaceStorage Storage { get; init; }

    /// <summary>The users. An administrator, a user and a guest by default.</summary>
    public IReadOnlyList<DocSpaceUser> Users { get; init; } = SandboxDefaults.DocSpaceUsers;

    /// <summary>The scope catalogue. Nine entries by default.</summary>
    public IReadOnlyList<DocSpaceScope> Scopes { get; init; } =
    [
        new("accounts.self:read", "profiles", "read"),
        new("accounts.self:write", "profiles", "write"),
        new("accounts:read", "accounts", "read"),
        new("accounts:write", "accounts", "write"),
        new("files:read", "files", "read"),
        new("files:write", "files", "write"),
        new("rooms:read", "rooms", "read"),
        new("rooms:write", "rooms", "write"),
        new("openid", "openid", "openid"),
    ];

    /// <summary>Rate limits. The documented ones by default.</summary>
    public DocSpaceLimits Limits { get; init; } = DocSpaceLimits.Documented;

    /// <summary>How long a signature is valid. Five minutes by default.</summary>
    public TimeSpan SignatureLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after its end a signature is still accepted. One minute by default.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether lists show secrets as ciphertext. True by default.</summary>
    public bool SecretsEncrypted { get; init; } = true;

    /// <summary>Whether "developer tools limited for users" is on, which takes ordinary users their access.</summary>
    public bool DeveloperToolsLimited { get; init; }

    /// <summary>The offset of the timestamps. UTC, written as Z, by default.</summary>
    public TimeSpan UtcOffset { get; init; }

    /// <summary>
    /// Whether answers carry a stray boolean named public beside is_public: info answers always, the whole client up to 3.6.
    /// True by default, as every server that was asked does it.
    /// </summary>
    public bool StrayPublicProperty { get; init; } = true;

    /// <summary>
    /// Whether reads by id answer a null description that comes from the cache as the text null, as servers with a Redis cache
    /// do. Only where there are <see cref="CachedReads"/>.
    /// </summary>
    public bool NullDescriptionBecomesText { get; init; }

    /// <summary>
    /// Whether 3.7 and later answer reads by id from a cache of five minutes, which creation fills and every change of the client
    /// empties, but not the deletion of all own clients. True by default, as it cannot be turned off there.
    /// </summary>
    public bool CachedReads { get; init; } = true;

    /// <summary>
    /// Self-hosted: whether the store keeps whole seconds, as MariaDB does under the server's driver. Clients of one second then
    /// have one time, and no order.
    /// </summary>
    public bool WholeSeconds { get; init; }

    /// <summary>
    /// Whether it is the minified build of the server, which waits a second before it answers 404 to a write. Its budgets are
    /// <see cref="DocSpaceLimits.Minified"/>.
    /// </summary>
    public bool Minified { get; init; }

    /// <summary>
    /// How long an update, a rotation or a deletion of one client takes from reading it to storing it. Of those that
    /// overlap, one wins; the others try again, and after three tries lose: 400, or an empty 400 for a deletion. Zero,
    /// with which no race can be lost, by default.
    /// </summary>
    public TimeSpan WriteDuration { get; init; }

    /// <summary>SaaS: whether a page ends early, without a cursor, at about one megabyte of records.</summary>
    public bool LargePagesTruncated { get; init; }

    /// <summary>Whether consents stay when their client goes, as they do until the clean-up has run.</summary>
    public bool ConsentsOutliveClients { get; init; }

    /// <summary>Whether the authorization service is down: revoke and consents answer 503.</summary>
    public bool AuthorizationServiceDown { get; init; }

    /// <summary>Whether new clients carry properties and values of a newer server.</summary>
    public bool FutureProperties { get; init; }
}
