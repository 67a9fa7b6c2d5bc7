using ClientMgmt.Http;
using ClientMgmt.Telemetry;

namespace ClientMgmt.Wire;

/// <summary>What all providers of an application share.</summary>
/// <param name="Clients">Makes the HTTP clients, one for each attempt, over pooled connections.</param>
/// <param name="Application">The application's services, for its credential callbacks.</param>
/// <param name="Time">The clock.</param>
/// <param name="Telemetry">Logs, counts and traces what happens.</param>
/// <param name="Passages">Which attempt a request belongs to.</param>
internal sealed record WireServices(
    IHttpClientFactory Clients, IServiceProvider Application, TimeProvider Time, Instruments Telemetry, Passages Passages);
