namespace ClientMgmt.Sandbox;

/// <summary>The generation of the Authlete API that a service speaks.</summary>
public enum AuthleteVersion
{
    /// <summary>API 2.3: Basic credentials choose the service.</summary>
    V2,

    /// <summary>API 3.0: a bearer token, and the service id in the path.</summary>
    V3,
}
