namespace ClientMgmt;

/// <summary>The server answered with something that the library does not understand.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class UnexpectedResponseException(ClientManagementError error) : ClientManagementException(error);
