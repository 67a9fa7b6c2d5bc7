namespace ClientMgmt.Sandbox;

/// <summary>The host that a server writes into the URIs it hands out.</summary>
public enum RegistrationHost
{
    /// <summary>That of the issuer.</summary>
    Issuer,

    /// <summary>That of the Host header of the request.</summary>
    Request,

    /// <summary>Another name of the same machine, <c>localhost</c>: another origin, which is served all the same.</summary>
    Other,
}
