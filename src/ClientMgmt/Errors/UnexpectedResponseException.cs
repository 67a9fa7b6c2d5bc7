namespace ClientMgmt;

/// <summary>The server answered with something that the library does not understand.</summary>
/// <param name="error">What is known about the error.</param>
/// <param name="innerException">What broke the connection, without any body or secret; null if nothing did.</param>
public sealed class UnexpectedResponseException(ClientManagementError error, Exception? innerException = null)
    : ClientManagementException(error, innerException);
