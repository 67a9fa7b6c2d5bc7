using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>All the cases: each of the faults at each request of each operation, once and from there on.</summary>
internal static class SocketFaultPlan
{
    /// <summary>The providers, with small pages where the server decides on their size.</summary>
    public static IEnumerable<ProviderCase> Providers => ProviderCases.Defaults.Select(provider => provider with
    {
        Sandbox = provider.Sandbox with
        {
            AuthleteServices =
            [
                .. provider.Sandbox.AuthleteServices.Select(s => s with { Behavior = s.Behavior with { MaxPageSize = 2 } }),
            ],
        },
    });

    public static async Task<IReadOnlyList<SocketFaultCase>> MakeAsync(SocketFaultHost host, Backend backend)
    {
        var cases = new List<SocketFaultCase>();
        foreach (ClientOperation operation in Enum.GetValues<ClientOperation>().Where(host.Capabilities.Supports))
        {
            foreach (bool renews in backend == Backend.DocSpace ? new[] { false, true } : [false])
            {
                IReadOnlyList<SandboxRequest> requests = (await host.RunAsync(operation, renews)).Requests;
                cases.AddRange(
                    from position in Enumerable.Range(0, requests.Count)
                    from fault in SocketFaultCase.Faults
                    from lasts in new[] { false, true }
                    let @case = new SocketFaultCase(operation, renews, requests, position, fault, lasts)
                    where @case.CanLast || !lasts
                    select @case);
            }
        }

        return cases;
    }
}
