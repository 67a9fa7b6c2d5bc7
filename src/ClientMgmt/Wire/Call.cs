namespace ClientMgmt.Wire;

/// <summary>One request, with what stays the same for all of its attempts.</summary>
/// <param name="Provider">The provider, as it was configured when the call began.</param>
/// <param name="Protocol">The backend's.</param>
/// <param name="Limits">What it shares with other requests.</param>
/// <param name="Operation">The operation that it serves.</param>
/// <param name="Request">The request itself.</param>
internal sealed record Call(
    Provider Provider, BackendProtocol Protocol, RequestLimits Limits, OperationInfo Operation, ApiRequest Request)
{
    public ResilienceOptions Resilience => Provider.Options.Resilience;
}
