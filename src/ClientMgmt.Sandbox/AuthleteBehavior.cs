namespace ClientMgmt.Sandbox;

/// <summary>How an Authlete service acts where no public source says what the real server does.</summary>
public sealed record AuthleteBehavior
{
    /// <summary>The status for a client that does not exist, with the code A001212: 404 by default, which servers answer.</summary>
    public int UnknownClientStatus { get; init; } = 404;

    /// <summary>v3: the status for a token that is not valid or belongs to another service: 403 (the default) or 401.</summary>
    public int InvalidTokenStatus { get; init; } = 403;

    /// <summary>What error bodies hold.</summary>
    public AuthleteErrorBody ErrorBody { get; init; }

    /// <summary>What happens to an alias that another client has. 400 by default.</summary>
    public AuthleteDuplicateAlias DuplicateAlias { get; init; } = AuthleteDuplicateAlias.BadRequest;

    /// <summary>The status of a successful create: null, the default, is 201; older servers answer 200.</summary>
    public int? CreateStatus { get; init; }

    /// <summary>v2: whether create is refused without a developer. True by default.</summary>
    public bool DeveloperRequired { get; init; } = true;

    /// <summary>v3: whether an unknown word in a list of known ones is a bare 500, and not a 400. True by default.</summary>
    public bool UnknownListValueFails { get; init; } = true;

    /// <summary>Whether create and update take an absent body as an empty client. True by default.</summary>
    public bool EmptyRequestBodyAccepted { get; init; } = true;

    /// <summary>Whether the operations whose path names a client id accept an alias there. False by default.</summary>
    public bool AliasAccepted { get; init; }

    /// <summary>Whether the service refuses aliases that begin with http:// or https://.</summary>
    public bool HttpAliasProhibited { get; init; }

    /// <summary>Whether setting no requestable scopes at all ([]) acts as null, the known issue. True by default.</summary>
    public bool EmptyRequestableScopesBecomeNull { get; init; } = true;

    /// <summary>Whether empty arrays of a client are stored as no value. False by default.</summary>
    public bool EmptyArraysBecomeNull { get; init; }

    /// <summary>Whether an empty scope list leaves the scopes of issued tokens alone. False by default: it empties them.</summary>
    public bool EmptyAuthorizationScopesIgnored { get; init; }

    /// <summary>v3: whether list entries are the limited view of nine properties.</summary>
    public bool LimitedList { get; init; }

    /// <summary>Whether lists show the newest client first. Oldest first by default.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>The most entries that a list answers, whatever the window; null, the default, for no maximum.</summary>
    public int? MaxPageSize { get; init; }

    /// <summary>The number of clients at which create is refused with 400; null, the default, for none.</summary>
    public int? ClientLimit { get; init; }

    /// <summary>Whether create honours clientId.</summary>
    public bool ClientIdHonoured { get; init; }

    /// <summary>Whether create honours clientSecret.</summary>
    public bool ClientSecretHonoured { get; init; }

    /// <summary>v2: whether create honours locked.</summary>
    public bool LockedHonoured { get; init; }

    /// <summary>v2: whether an update changes the lock through locked.</summary>
    public bool LockedChangedByUpdate { get; init; }

    /// <summary>Whether granted-scope records exist; 403 otherwise. True by default.</summary>
    public bool GrantedScopesSupported { get; init; } = true;

    /// <summary>Whether an encoded slash in a path is refused with 400.</summary>
    public bool EncodedSlashRejected { get; init; }

    /// <summary>How properties without a value are shown.</summary>
    public AuthleteUnset Unset { get; init; }

    /// <summary>Whether successful changes are answered without a body.</summary>
    public bool EmptySuccessBodies { get; init; }

    /// <summary>Whether properties and enum values that no public document lists are accepted and stored.</summary>
    public bool KeepUnknown { get; init; }

    /// <summary>Whether new clients carry properties and values of a newer server; implies <see cref="KeepUnknown"/>.</summary>
    public bool FutureProperties { get; init; }
}
