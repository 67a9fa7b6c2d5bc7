namespace ClientMgmt;

/// <summary>The backend cannot do this, or cannot store the named properties.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class OperationNotSupportedException(ClientManagementError error) : ClientManagementException(error);
