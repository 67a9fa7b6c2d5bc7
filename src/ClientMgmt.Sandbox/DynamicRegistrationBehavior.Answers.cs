namespace ClientMgmt.Sandbox;

// What answers hold.
public sealed partial record DynamicRegistrationBehavior
{
    /// <summary>The status of a registration: 201 by default, or 200.</summary>
    public int CreateStatus { get; init; } = 201;

    /// <summary>The status of a deletion: 204 by default, or 200.</summary>
    public int DeleteStatus { get; init; } = 204;

    /// <summary>The Location header of a registration. None by default.</summary>
    public RegistrationLocation Location { get; init; }

    /// <summary>The answers that hold the registration client URI. All by default.</summary>
    public RegistrationOperations ClientUriIn { get; init; } = RegistrationOperations.All;

    /// <summary>The answers that hold the secret. All by default.</summary>
    public RegistrationOperations SecretIn { get; init; } = RegistrationOperations.All;

    /// <summary>Whether GET shows a hash in the place of the secret, which authenticates nobody.</summary>
    public bool HashInRead { get; init; }

    /// <summary>Which clients are shown with client_secret_expires_at. Those with a secret by default.</summary>
    public RegistrationSecretExpiry SecretExpiry { get; init; }

    /// <summary>The answers that hold client_secret_expires_at. All by default.</summary>
    public RegistrationOperations SecretExpiryIn { get; init; } = RegistrationOperations.All;

    /// <summary>How long a secret is good for, as client_secret_expires_at says it. Null, the default: for ever, which is 0.</summary>
    public TimeSpan? SecretLifetime { get; init; }

    /// <summary>Whether every update brings a new secret.</summary>
    public bool UpdateRenewsSecret { get; init; }

    /// <summary>Whether a client keeps its secret, and is shown with it, when its method comes to need none. Otherwise the secret is lost.</summary>
    public bool SecretOutlivesMethod { get; init; }

    /// <summary>The authentication methods that need no secret: none, private_key_jwt and those with certificates by default.</summary>
    public IReadOnlyList<string> MethodsWithoutSecret { get; init; } =
        ["none", "private_key_jwt", "tls_client_auth", "self_signed_tls_client_auth"];

    /// <summary>Whether only a client that names its method, or sends a secret, gets a secret.</summary>
    public bool SecretNeedsMethod { get; init; }

    /// <summary>The answers that hold client_id_issued_at. All by default.</summary>
    public RegistrationOperations IssuedAtIn { get; init; } = RegistrationOperations.All;

    /// <summary>How lists are shown that are not set. Not at all by default.</summary>
    public RegistrationUnset UnsetLists { get; init; }

    /// <summary>The operations in whose answers they are shown so. All by default.</summary>
    public RegistrationOperations UnsetListsIn { get; init; } = RegistrationOperations.All;

    /// <summary>Members that are in the answers beside all else, as JSON texts by name; what is stored wins. None by default.</summary>
    public IReadOnlyDictionary<string, string> MoreMembers { get; init; } = new Dictionary<string, string>();

    /// <summary>The operations in whose answers they are. All by default.</summary>
    public RegistrationOperations MoreMembersIn { get; init; } = RegistrationOperations.All;

    /// <summary>The texts that GET shows as a list. None by default.</summary>
    public IReadOnlyList<string> ListsInRead { get; init; } = [];

    /// <summary>The lists of one that are shown as a text. None by default.</summary>
    public IReadOnlyList<string> TextsForLists { get; init; } = [];

    /// <summary>Flags that are shown as the texts 1 and 0, by name, and the operations in whose answers they are. None by default.</summary>
    public IReadOnlyDictionary<string, RegistrationOperations> FlagsAsTexts { get; init; } = new Dictionary<string, RegistrationOperations>();

    /// <summary>
    /// Whether grant types and response types are stored in one list, of which GET shows what it takes for either: <c>code</c> stands for
    /// <c>authorization_code</c>, and <c>token</c> and <c>id_token</c> for <c>implicit</c>.
    /// </summary>
    public bool GrantsAndResponsesInOneList { get; init; }

    /// <summary>Members that show the value of another one, by name. None by default.</summary>
    public IReadOnlyDictionary<string, string> ShownFrom { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether GET shows lists in another order than they were sent in.</summary>
    public bool ReordersLists { get; init; }
}
