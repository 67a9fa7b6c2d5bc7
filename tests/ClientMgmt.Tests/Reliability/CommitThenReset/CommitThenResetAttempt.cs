using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>One change whose connection broke, and what became of it.</summary>
/// <param name="ClientId">The client that it was about, if one.</param>
/// <param name="Error">What the library says.</param>
/// <param name="Sends">How often the server received it.</param>
/// <param name="WasReused">Whether it came over a connection that had carried another request.</param>
/// <param name="IsMade">Whether the server's store has changed.</param>
internal sealed record CommitThenResetAttempt(string? ClientId, Exception? Error, int Sends, bool WasReused, bool IsMade)
{
    /// <param name="host">The host; what it stores is forgotten first.</param>
    /// <param name="connections">The connections of the host's server.</param>
    /// <param name="operation">The change.</param>
    /// <param name="fault">What happens to it.</param>
    /// <param name="reused">Whether its connection is to be one that carried another request.</param>
    public static async Task<CommitThenResetAttempt> MakeAsync(
        TestHost host, CommitThenResetConnections connections, ClientOperation operation, SandboxFault fault, bool reused)
    {
        await host.ResetAsync();
        string id = await host.PrepareAsync(operation);
        string before = await host.StateAsync(id);

        // The last request before the change leaves a connection behind or not; an update reads by itself.
        if (!reused)
        {
            host.Sandbox.Faults.Add(new SandboxFault
            {
                Method = "GET",
                When = r => !TestHost.IsWrite(r),
                Headers = new Dictionary<string, string> { ["Connection"] = "close" },
                Times = null,
            });
        }

        await host.Clients.GetAsync(id);
        host.Sandbox.ClearRequests();
        long accepted = 0, acceptedBefore = connections.Accepted;
        host.Sandbox.Faults.Add(fault with { When = r => TestHost.IsWrite(r) && (accepted = connections.Accepted) >= 0 });
        Exception? error = await Calls.CatchAsync(host.Clients, operation, id);
        int sends = host.Writes.Count();
        host.Sandbox.Faults.Clear();
        return new CommitThenResetAttempt(
            Calls.TakesClientId(operation) ? id : null,
            error,
            sends,
            accepted == acceptedBefore,
            await host.StateAsync(id) != before);
    }
}
