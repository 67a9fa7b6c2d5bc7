namespace ClientMgmt.Sandbox;

/// <summary>Why a request is refused. In the order in which a request is looked at.</summary>
public enum RegistrationMistake
{
    /// <summary>The path names nothing.</summary>
    UnknownPath,

    /// <summary>The server does not register clients, or not in this way.</summary>
    NotEnabled,

    /// <summary>The server does not have this operation, or the path not this method.</summary>
    MissingOperation,

    /// <summary>A registration needs an initial access token, and has none.</summary>
    NoInitialToken,

    /// <summary>The Authorization header holds something other than a bearer token.</summary>
    OtherScheme,

    /// <summary>The initial access token is not one.</summary>
    WrongInitialToken,

    /// <summary>The initial access token was good for as many registrations as it was used for.</summary>
    UsedUpInitialToken,

    /// <summary>A request to a registration client URI has no token.</summary>
    NoToken,

    /// <summary>The registration access token is not one, has run out or has been replaced.</summary>
    WrongToken,

    /// <summary>The registration access token is that of another client; what the path names may exist or not.</summary>
    ForeignToken,

    /// <summary>The registration access token is that of a client which has been deleted.</summary>
    GoneClient,

    /// <summary>The client is disabled.</summary>
    DisabledClient,

    /// <summary>The management token is right and there is no such client.</summary>
    UnknownClient,

    /// <summary>More registrations than the server allows in an hour.</summary>
    TooMany,

    /// <summary>The body is larger than allowed.</summary>
    TooLarge,

    /// <summary>The Content-Type is another one.</summary>
    ContentType,

    /// <summary>There is no body, or it is null.</summary>
    EmptyBody,

    /// <summary>The body is not JSON.</summary>
    NotJson,

    /// <summary>The body is JSON, but no object.</summary>
    NotAnObject,

    /// <summary>A member is there that PUT must not have.</summary>
    ForbiddenMember,

    /// <summary>The client id of a PUT is missing or another, or POST has one and must not.</summary>
    ClientId,

    /// <summary>The secret is wrong, missing or not to be sent.</summary>
    Secret,

    /// <summary>A member that the server does not take.</summary>
    UnknownMember,

    /// <summary>A null, an empty text or an empty list where the server takes none.</summary>
    EmptyValue,

    /// <summary>A member of another JSON type.</summary>
    WrongType,

    /// <summary>There are no redirect URIs.</summary>
    NoRedirectUris,

    /// <summary>A redirect URI is not one, or not allowed.</summary>
    RedirectUri,

    /// <summary>The scope has a word that may not be registered.</summary>
    Scope,

    /// <summary>Any other value that does not do.</summary>
    Metadata,

    /// <summary>A value that the server fails on.</summary>
    Failure,

    /// <summary>Another client has the name.</summary>
    NameTaken,
}
