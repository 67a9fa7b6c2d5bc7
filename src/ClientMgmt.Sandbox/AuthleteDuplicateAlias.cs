namespace ClientMgmt.Sandbox;

/// <summary>What happens when a client is given an alias that another client of the service has.</summary>
public enum AuthleteDuplicateAlias
{
    /// <summary>The alias is accepted.</summary>
    Accepted,

    /// <summary>The request is refused with 400.</summary>
    BadRequest,

    /// <summary>The request is refused with 409.</summary>
    Conflict,
}
