namespace ClientMgmt.Sandbox;

/// <summary>The WWW-Authenticate header of a refusal.</summary>
public enum RegistrationChallenge
{
    /// <summary>None.</summary>
    None,

    /// <summary>Bearer with the issuer as its realm.</summary>
    Realm,

    /// <summary>The same with <c>error</c> and <c>error_description</c>.</summary>
    RealmAndError,
}
