namespace ClientMgmt.Wire;

/// <summary>A credential could not be obtained within the time for it.</summary>
internal sealed class CredentialTimeoutException : TimeoutException;
