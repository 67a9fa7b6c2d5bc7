namespace ClientMgmt.Sandbox;

/// <summary>What the registration of a client needs.</summary>
public enum RegistrationAccess
{
    /// <summary>An initial access token, any number of times.</summary>
    Token,

    /// <summary>Nothing; a token that is sent is not looked at.</summary>
    Open,

    /// <summary>An initial access token that is good for one registration.</summary>
    Once,

    /// <summary>An initial access token that is good for <see cref="DynamicRegistrationBehavior.InitialAccessCount"/> registrations.</summary>
    Counted,
}
