namespace ClientMgmt.Manifests;

/// <summary>What became of one client in a copy.</summary>
/// <param name="Item">What was planned; if another copy has made it since, with the copy that is there.</param>
/// <param name="Status">What became of it; <see cref="ApplyStatus.Done"/> also if it was there already.</param>
public sealed record CopyResult(CopyItem Item, ApplyStatus Status)
{
    /// <summary>Which client is the copy, with its secret if it was copied now or found by its name.</summary>
    public CopyMapping? Mapping { get; init; }

    /// <summary>What went wrong and what to do about it; <see langword="null"/> if it is done.</summary>
    public string? Message { get; init; }

    /// <summary>The error that a request ended in, if one did.</summary>
    public Exception? Error { get; init; }

    /// <summary>The properties that the target stored otherwise than asked, beyond the losses that were foreseen.</summary>
    public IReadOnlyList<string> NotStored { get; init; } = [];
}
