namespace ClientMgmt;

/// <summary>Asks a backend for as little as shows whether it answers and accepts the credential.</summary>
internal interface IProbe
{
    Task<ProviderHealth> ProbeAsync(CancellationToken cancellationToken);
}
