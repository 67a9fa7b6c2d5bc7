namespace ClientMgmt.Wire;

/// <summary>What authorizes a request.</summary>
/// <param name="Credential">The credential, as configured or supplied.</param>
/// <param name="Exchanged">What it was exchanged for, where the backend wants that.</param>
internal sealed record Access(ProviderCredential Credential, Secret? Exchanged = null);
