namespace ClientMgmt;

/// <summary>
/// The place where a provider of dynamic registration keeps the keys to its clients. Programs use it to list
/// them, and to import or export one.
/// </summary>
/// <param name="Store">The store. Lock a client with <see cref="IRegistrationStore.LockAsync"/> before you change what it holds of that client.</param>
/// <param name="Server">The name of the server in the store: its issuer or, without one, its registration endpoint.</param>
public sealed record ClientRegistrations(IRegistrationStore Store, string Server)
{
    internal Func<Uri, string?> Judge { get; init; } = static _ => null;

    /// <summary>
    /// Says why the library would not send the key of a client to an address, as far as the settings tell that. If only
    /// <see cref="ProviderOptions.Issuer"/> is set, an address may still be refused later, when the metadata of the server are known.
    /// </summary>
    /// <param name="clientUri">The address, <c>registration_client_uri</c>.</param>
    /// <returns><see langword="null"/> if nothing is known against it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clientUri"/> is null.</exception>
    public string? WhyRefused(Uri clientUri) => Judge(clientUri ?? throw new ArgumentNullException(nameof(clientUri)));
}
