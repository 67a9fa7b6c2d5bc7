namespace ClientMgmt.Credentials;

/// <summary>A value that is to be renewed at a time, and serves until another.</summary>
internal sealed record Renewable<T>(T Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);
