namespace ClientMgmt;

/// <summary>The metadata is incomplete, or the server refused a value.</summary>
/// <param name="error">What is known about the error.</param>
public sealed class InvalidClientMetadataException(ClientManagementError error) : ClientManagementException(error);
