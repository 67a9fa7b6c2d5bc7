namespace ClientMgmt;

/// <summary>
/// A request that changes something was sent, but no answer says whether the change was made, and reading back could not
/// settle it. It was not sent again, because that might make the change twice.
/// </summary>
/// <param name="error">What is known about the error.</param>
/// <param name="innerException">
/// What broke the connection, without any body or secret, or what the application's own code threw while the change was read
/// back, as it is; null if neither happened.
/// </param>
public sealed class OutcomeUnknownException(ClientManagementError error, Exception? innerException = null)
    : ClientManagementException(error, innerException);
