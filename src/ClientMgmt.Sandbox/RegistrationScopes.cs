namespace ClientMgmt.Sandbox;

/// <summary>Which words the scope of a client may hold.</summary>
public enum RegistrationScopes
{
    /// <summary>Those of <see cref="DynamicRegistrationOptions.Scopes"/>; others are refused.</summary>
    Known,

    /// <summary>Those of <see cref="DynamicRegistrationOptions.Scopes"/>; others are dropped.</summary>
    KnownOnly,

    /// <summary>Any.</summary>
    Any,

    /// <summary>None: a scope is refused.</summary>
    None,
}
