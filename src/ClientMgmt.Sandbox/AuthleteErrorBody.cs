namespace ClientMgmt.Sandbox;

/// <summary>What the body of an Authlete error holds.</summary>
public enum AuthleteErrorBody
{
    /// <summary>JSON with resultCode and resultMessage.</summary>
    Result,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>An HTML page, as a proxy would send it.</summary>
    Html,
}
