namespace ClientMgmt;

/// <summary>The client was changed by somebody else at the same time, or a value is already taken.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class ClientConflictException(ClientManagementError error) : ClientManagementException(error);
