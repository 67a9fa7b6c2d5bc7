namespace ClientMgmt;

/// <summary>The credential is missing, wrong or expired, or it lacks the right.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class AccessDeniedException(ClientManagementError error) : ClientManagementException(error);
