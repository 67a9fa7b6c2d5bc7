namespace ClientMgmt.Credentials;

/// <summary>A value that serves until it expires.</summary>
internal sealed record Renewable<T>(T Value, DateTimeOffset ExpiresAt)
{
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(1);

    /// <summary>From when on another is to be fetched.</summary>
    public DateTimeOffset RenewAt { get; init; } = ExpiresAt == DateTimeOffset.MaxValue ? ExpiresAt : ExpiresAt - s_margin;
}
