namespace ClientMgmt.EntityFrameworkCore;

/// <summary>Who uses a client at the moment, and until when the others wait for it if it does not say more.</summary>
internal sealed class LeaseRow
{
    /// <summary>See <see cref="RowKey"/>.</summary>
    public required string Id { get; set; }

    public required Guid Owner { get; set; }

    /// <summary>In ticks of UTC.</summary>
    public required long ExpiresAt { get; set; }
}
