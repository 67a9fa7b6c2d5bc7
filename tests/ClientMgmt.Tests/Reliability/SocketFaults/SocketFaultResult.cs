using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Reliability;

/// <summary>How an operation ended, and what is stored.</summary>
/// <param name="Error">What it threw; a <see cref="TimeoutException"/> stands for an operation that did not end.</param>
/// <param name="Requests">What the server received.</param>
/// <param name="IsMade">Whether what is stored has changed.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record SocketFaultResult(
    Exception? Error, IReadOnlyList<SandboxRequest> Requests, bool IsMade, TimeSpan Elapsed);
