namespace ClientMgmt.Cli.Demo;

/// <summary>The outcome of one step with one provider.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Time">How long the call itself took, without preparing and checking.</param>
/// <param name="Remark">What differed, why not, or with what limit.</param>
/// <param name="Error">What was thrown, if it failed.</param>
internal sealed record StepResult(
    string Provider, ClientOperation Operation, Outcome Outcome, TimeSpan Time = default, string? Remark = null, Exception? Error = null);
