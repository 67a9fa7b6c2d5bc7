namespace ClientMgmt;

/// <summary>The server refused the request because too many came.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class RateLimitedException(ClientManagementError error) : ClientManagementException(error);
