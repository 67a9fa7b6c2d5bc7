namespace ClientMgmt;

/// <summary>The server could not be reached, did not answer in time, or failed.</summary>
/// <param name="error">What is known about the error.</param>
/// <param name="innerException">What broke the connection, without any body or secret; null if nothing did.</param>
public sealed class BackendUnavailableException(ClientManagementError error, Exception? innerException = null)
    : ClientManagementException(error, innerException);
