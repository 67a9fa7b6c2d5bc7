namespace ClientMgmt.Cli.Demo;

/// <summary>What the whole demo found.</summary>
/// <param name="Providers">The providers, in the order in which they were driven.</param>
/// <param name="Steps">Every step with every provider.</param>
/// <param name="Requests">How many HTTP requests it took; null where nobody counts them.</param>
/// <param name="Time">How long it took, from the first request to the last.</param>
internal sealed record DemoResults(
    IReadOnlyList<string> Providers, IReadOnlyList<StepResult> Steps, int? Requests, TimeSpan Time)
{
    public StepResult Of(string provider, ClientOperation operation) =>
        Steps.Single(s => s.Provider == provider && s.Operation == operation);

    public int Count(Outcome outcome, string? provider = null) =>
        Steps.Count(s => s.Outcome == outcome && (provider is null || s.Provider == provider));
}
