namespace ClientMgmt.Wire;

/// <summary>A value that serves until it expires.</summary>
internal sealed record Expiring<T>(T Value, DateTimeOffset ExpiresAt);
