namespace ClientMgmt;

/// <summary>
/// Where a provider of dynamic registration keeps the keys to its clients, to list them, to take in one from elsewhere or to hand one on.
/// </summary>
/// <param name="Store">The store. Whoever changes something in it has the client to itself by <see cref="IRegistrationStore.LockAsync"/>.</param>
/// <param name="Server">What the registrations of the provider are kept under in it.</param>
public sealed record ClientRegistrations(IRegistrationStore Store, string Server);
