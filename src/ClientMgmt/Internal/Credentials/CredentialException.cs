namespace ClientMgmt.Credentials;

/// <summary>No credential could be had, so that nothing was sent.</summary>
/// <param name="inner">Why.</param>
/// <param name="refused">The credential that could not be exchanged, or null if the application supplied none.</param>
internal sealed class CredentialException(Exception inner, ProviderCredential? refused) : Exception(null, inner)
{
    public ProviderCredential? Refused => refused;
}
