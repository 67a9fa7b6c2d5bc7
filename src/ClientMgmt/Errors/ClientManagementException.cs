namespace ClientMgmt;

/// <summary>
/// The base of all errors that a backend or the way to it causes. The message and the inner exception never hold a
/// body, a credential or a secret.
/// </summary>
public abstract class ClientManagementException : Exception
{
    private protected ClientManagementException(ClientManagementError error, Exception? innerException = null)
        : base((error ?? throw new ArgumentNullException(nameof(error))).Describe(), innerException) => Error = error;

    /// <summary>What is known about the error.</summary>
    public ClientManagementError Error { get; }

    /// <summary>Whether the server answered without a word.</summary>
    internal bool HasEmptyBody { get; init; }
}
