namespace ClientMgmt;

/// <summary>
/// The place where a provider of dynamic registration keeps the keys to its clients. Programs use it to list keys, to take
/// one in from elsewhere and to hand one on.
/// </summary>
/// <param name="Store">The store. Whoever changes something in it has the client to itself by <see cref="IRegistrationStore.LockAsync"/>.</param>
/// <param name="Server">What the registrations of the provider are kept under in it.</param>
public sealed record ClientRegistrations(IRegistrationStore Store, string Server)
{
    internal Func<Uri, string?> Judge { get; init; } = static _ => null;

    /// <summary>
    /// Says why the key to a client would not be sent to an address, as far as the settings tell that. With
    /// <see cref="ProviderOptions.Issuer"/> alone, the metadata of the server may refuse another origin later.
    /// </summary>
    /// <param name="clientUri">The address, <c>registration_client_uri</c>.</param>
    /// <returns><see langword="null"/> if nothing is known against it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clientUri"/> is null.</exception>
    public string? WhyRefused(Uri clientUri) => Judge(clientUri ?? throw new ArgumentNullException(nameof(clientUri)));
}
