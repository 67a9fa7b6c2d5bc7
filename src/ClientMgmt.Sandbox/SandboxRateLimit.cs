namespace ClientMgmt.Sandbox;

/// <summary>
/// How a 429 says when to come back. Whatever is chosen, the body is that of the backend: none on DocSpace, with the type
/// application/json; resultCode and resultMessage on Authlete.
/// </summary>
public enum SandboxRateLimit
{
    /// <summary>
    /// As the backend does it. DocSpace: X-Ratelimit-Remaining 0 and X-Ratelimit-Reset in nanoseconds. Authlete: Retry-After and
    /// RateLimit-Reset in seconds, and RateLimit-Remaining 0.
    /// </summary>
    Native,

    /// <summary>The second limiter of DocSpace, that of a service instance: a body, and no header. On Authlete like <see cref="Native"/>.</summary>
    Instance,

    /// <summary>Retry-After in seconds, rounded up.</summary>
    RetryAfterSeconds,

    /// <summary>Retry-After as an HTTP date by the server's clock, rounded up to a second.</summary>
    RetryAfterDate,

    /// <summary>X-RateLimit-Reset in seconds since 1970 by the server's clock, rounded up, as a README of Authlete has it.</summary>
    ResetEpochSeconds,

    /// <summary>X-Ratelimit-Remaining 0 and X-Ratelimit-Reset in seconds from now, rounded up.</summary>
    ResetSeconds,
}
