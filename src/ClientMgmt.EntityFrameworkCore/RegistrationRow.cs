namespace ClientMgmt.EntityFrameworkCore;

/// <summary>A registration as a row. Times are ticks of UTC, which every database stores and compares exactly.</summary>
internal sealed class RegistrationRow
{
    /// <summary>See <see cref="RowKey"/>.</summary>
    public required string Id { get; set; }

    /// <summary>The same of the server alone.</summary>
    public required string ServerId { get; set; }

    public required string Server { get; set; }

    public required string ClientId { get; set; }

    public required string ClientUri { get; set; }

    public required string AccessToken { get; set; }

    public required long SavedAt { get; set; }

    public long? ChangeBegunAt { get; set; }

    public bool IsBeingDeleted { get; set; }

    public static RegistrationRow Of(string server, ClientRegistration registration) => new()
    {
        Id = RowKey.Of(server, registration.ClientId),
        ServerId = RowKey.Of(server),
        Server = server,
        ClientId = registration.ClientId,
        ClientUri = registration.ClientUri.AbsoluteUri,
        AccessToken = registration.AccessToken.Reveal(),
        SavedAt = registration.SavedAt.UtcTicks,
        ChangeBegunAt = registration.ChangeBegunAt?.UtcTicks,
        IsBeingDeleted = registration.IsBeingDeleted,
    };

    public ClientRegistration ToRegistration() => new()
    {
        ClientId = ClientId,
        ClientUri = new Uri(ClientUri),
        AccessToken = new Secret(AccessToken),
        SavedAt = Time(SavedAt),
        ChangeBegunAt = ChangeBegunAt is { } begun ? Time(begun) : null,
        IsBeingDeleted = IsBeingDeleted,
    };

    public RegistrationEntry ToEntry() => new(ClientId, Time(SavedAt), ChangeBegunAt is { } begun ? Time(begun) : null);

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
