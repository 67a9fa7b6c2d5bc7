namespace ClientMgmt.Manifests;

/// <summary>What a plan may hold.</summary>
public sealed record PlanOptions
{
    /// <summary>Whether clients that no manifest is about are deleted. Default: <see langword="false"/>.</summary>
    public bool Prune { get; init; }

    /// <summary>The most clients that <see cref="Prune"/> may delete; if there are more, the plan cannot be applied. Default: 5.</summary>
    public int MaxDeletes { get; init; } = 5;

    /// <summary>How many clients to read at once where they are read one by one. Default: 8.</summary>
    public int MaxConcurrency { get; init; } = 8;
}
