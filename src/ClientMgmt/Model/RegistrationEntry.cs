namespace ClientMgmt;

/// <summary>What a list of registrations says about one client, without its key.</summary>
/// <param name="ClientId">The id of the client.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="ChangeBegunAt">When a change began whose end is not known; <see langword="null"/> if there is none.</param>
public sealed record RegistrationEntry(string ClientId, DateTimeOffset SavedAt, DateTimeOffset? ChangeBegunAt = null);
