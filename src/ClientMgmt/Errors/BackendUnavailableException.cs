namespace ClientMgmt;

/// <summary>The server could not be reached, did not answer in time, or failed.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class BackendUnavailableException(ClientManagementError error) : ClientManagementException(error);
