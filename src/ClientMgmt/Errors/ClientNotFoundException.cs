namespace ClientMgmt;

/// <summary>There is no such client, or the credential may not see it.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class ClientNotFoundException(ClientManagementError error) : ClientManagementException(error);
