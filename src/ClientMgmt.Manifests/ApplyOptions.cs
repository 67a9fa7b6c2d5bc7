namespace ClientMgmt.Manifests;

/// <summary>How to apply a plan.</summary>
public sealed record ApplyOptions
{
    /// <summary>How many clients to work on at once. Default: 8.</summary>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>Whether to go on with other clients after one has failed. Default: <see langword="false"/>.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Called with each result as it comes, one call at a time; keep its secret at once. None by default.</summary>
    public Action<ApplyResult>? OnResult { get; init; }
}
