namespace ClientMgmt;

/// <summary>
/// The server reported success but did not store the properties that <see cref="ClientManagementError.FieldErrors"/> name. All
/// else of the call is done: a client that was to be created is there.
/// </summary>
/// <param name="error">What is known about the error.</param>
/// <param name="client">The client as the server has it.</param>
public sealed class MetadataNotStoredException(ClientManagementError error, OAuthClient client) : ClientManagementException(error)
{
    /// <summary>
    /// The client as the server has it; the secret of a new one, which some servers tell only once, is there too.
    /// </summary>
    public OAuthClient Client { get; } = client;
}
