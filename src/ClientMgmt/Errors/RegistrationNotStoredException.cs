namespace ClientMgmt;

/// <summary>
/// The server registered or changed a client and gave a new key to it, but the store did not keep the key. Nobody else has it: keep
/// <see cref="Registration"/>, or the client can no longer be managed.
/// </summary>
/// <param name="error">What is known about the error.</param>
/// <param name="registration">What was not stored.</param>
/// <param name="innerException">What the store threw.</param>
public sealed class RegistrationNotStoredException(
    ClientManagementError error, ClientRegistration registration, Exception? innerException = null)
    : ClientManagementException(error, innerException)
{
    /// <summary>What was not stored. It prints without the key.</summary>
    public ClientRegistration Registration { get; } = registration ?? throw new ArgumentNullException(nameof(registration));
}
