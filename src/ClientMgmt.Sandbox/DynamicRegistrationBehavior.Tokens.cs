namespace ClientMgmt.Sandbox;

// Who may do what: initial access tokens, registration access tokens and management tokens.
public sealed partial record DynamicRegistrationBehavior
{
    /// <summary>What a registration needs. An initial access token by default.</summary>
    public RegistrationAccess InitialAccess { get; init; }

    /// <summary>How many registrations an initial access token is good for, where it is counted. Only successful ones count. 2 by default.</summary>
    public int InitialAccessCount { get; init; } = 2;

    /// <summary>Whether a management token registers, reads, changes and deletes every client. True by default.</summary>
    public bool ManagementTokenAccepted { get; init; } = true;

    /// <summary>The answers to a management token that hold a registration access token. Only that to POST by default.</summary>
    public RegistrationOperations TokenForManagementIn { get; init; } = RegistrationOperations.Create;

    /// <summary>
    /// How many clients a page holds of the list that a GET on the endpoint answers to a management token; the Link header leads to the
    /// next one, and <c>limit</c> asks for smaller ones. Null, the default: there is no list.
    /// </summary>
    public int? ListPageSize { get; init; }

    /// <summary>Whether clients get a registration access token and a registration client URI at all. True by default.</summary>
    public bool IssuesTokens { get; init; } = true;

    /// <summary>The answers that hold the registration access token. All by default.</summary>
    public RegistrationOperations TokenIn { get; init; } = RegistrationOperations.All;

    /// <summary>The operations that replace the registration access token; the old one is void at once. None by default.</summary>
    public RegistrationOperations RotatesOn { get; init; }

    /// <summary>How long a registration access token is good for. Null, the default: for ever.</summary>
    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>Whether a registration access token that is shown at another client's URI is void from then on.</summary>
    public bool MismatchBurnsToken { get; init; }

    /// <summary>How long an update takes, so that several can be under way at once. Zero by default.</summary>
    public TimeSpan UpdateDuration { get; init; }

    /// <summary>
    /// Whether updates that are under way at once, with the same token, all succeed, each with another new token, of which only that
    /// of the last one lives. By default the first succeeds and the others are refused.
    /// </summary>
    public bool ConcurrentUpdatesSucceed { get; init; }

    /// <summary>The most registrations in an hour; more are answered 429. Null, the default, for no limit.</summary>
    public int? RegistrationsPerHour { get; init; }
}
