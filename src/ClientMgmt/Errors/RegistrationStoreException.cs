namespace ClientMgmt;

/// <summary>
/// The store of the keys to dynamically registered clients failed (<see cref="IRegistrationStore"/>). Its own exception is the
/// <see cref="Exception.InnerException"/>. Where a new key was not stored, it is a <see cref="RegistrationNotStoredException"/> instead.
/// </summary>
/// <param name="error">What is known about the error.</param>
/// <param name="innerException">What the store threw.</param>
public sealed class RegistrationStoreException(ClientManagementError error, Exception? innerException = null)
    : ClientManagementException(error, innerException);
