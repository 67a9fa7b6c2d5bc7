namespace ClientMgmt.Manifests;

/// <summary>What to export.</summary>
public sealed record ExportOptions
{
    /// <summary>The ids of the clients; <see langword="null"/>, the default, for all.</summary>
    public IReadOnlyCollection<string>? Ids { get; init; }

    /// <summary>How many clients to read at once where they are read one by one. Default: 8.</summary>
    public int Degree { get; init; } = 8;

    /// <summary>Called after each client with the number exported so far, one call at a time. None by default.</summary>
    public Action<int>? OnProgress { get; init; }
}
