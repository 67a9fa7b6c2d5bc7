namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>What is kept of the registration server over restarts, but for its switches. The registrations of the last hour are not counted any more.</summary>
internal sealed record KeptRegistrations(
    IReadOnlyList<RegisteredClient> Clients, IReadOnlyDictionary<string, int> InitialTokenUses, IReadOnlyCollection<string> TokensOfGone);
