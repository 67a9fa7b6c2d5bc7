namespace ClientMgmt.Wire;

/// <summary>No credential could be had, so that the request was not sent.</summary>
internal sealed class CredentialException : Exception
{
    /// <summary>The application's callback failed, or took too long.</summary>
    public CredentialException(Exception inner) : base(null, inner)
    {
    }

    /// <summary>A handler of the application's failed while a credential was exchanged, or that took too long.</summary>
    public CredentialException(Exception inner, ProviderCredential credential) : base(null, inner) => Credential = credential;

    /// <summary>The server did not exchange a credential.</summary>
    public CredentialException(CallResult exchange, ProviderCredential credential) => (Exchange, Credential) = (exchange, credential);

    /// <summary>The credential that could not be exchanged; null if the application supplied none.</summary>
    public ProviderCredential? Credential { get; }

    public CallResult? Exchange { get; }
}
