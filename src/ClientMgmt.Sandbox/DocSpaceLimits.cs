namespace ClientMgmt.Sandbox;

/// <summary>The rate limits of a DocSpace portal. A null limit is off.</summary>
public sealed record DocSpaceLimits
{
    /// <summary>The documented defaults.</summary>
    public static DocSpaceLimits Documented { get; } = new();

    /// <summary>Those of the minified build of the server: 100 per minute for every method.</summary>
    public static DocSpaceLimits Minified { get; } = new() { Get = 100, Post = 100, Put = 100, Patch = 100, Delete = 100 };

    /// <summary>No limit at all.</summary>
    public static DocSpaceLimits None { get; } = new()
    {
        Get = null,
        Post = null,
        Put = null,
        Patch = null,
        Delete = null,
        CallsPerSecond = null,
        PublicCallsPerSecond = null,
    };

    /// <summary>GET requests per user and minute. Methods that are not named here, HEAD for example, have as many, each for itself. 200 by default.</summary>
    public int? Get { get; init; } = 200;

    /// <summary>POST requests per user and minute. 10 by default.</summary>
    public int? Post { get; init; } = 10;

    /// <summary>PUT requests per user and minute. 15 by default.</summary>
    public int? Put { get; init; } = 15;

    /// <summary>PATCH requests per user and minute. 15 by default.</summary>
    public int? Patch { get; init; } = 15;

    /// <summary>DELETE requests per user and minute. 15 by default.</summary>
    public int? Delete { get; init; } = 15;

    /// <summary>Calls per second of all users together. 125 by default.</summary>
    public int? CallsPerSecond { get; init; } = 125;

    /// <summary>Calls of public info per second. 25 by default.</summary>
    public int? PublicCallsPerSecond { get; init; } = 25;
}
