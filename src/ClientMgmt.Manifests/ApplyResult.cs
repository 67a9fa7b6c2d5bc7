namespace ClientMgmt.Manifests;

/// <summary>What became of one client.</summary>
/// <param name="Change">What was planned.</param>
/// <param name="Status">What became of it.</param>
public sealed record ApplyResult(ClientChange Change, ApplyStatus Status)
{
    /// <summary>The client's id, also of one that was created; <see langword="null"/> if it is not known.</summary>
    public string? ClientId { get; init; } = Change?.ClientId;

    /// <summary>The client's name: the new one where a change of it is done.</summary>
    public string? ClientName { get; init; } = Status == ApplyStatus.Done && Change is { Kind: not ChangeKind.Delete }
        ? Change.After.ClientName ?? Change.ClientName
        : Change?.ClientName;

    /// <summary>The secret of a client that was created; else <see langword="null"/>.</summary>
    public Secret? Secret { get; init; }

    /// <summary>What went wrong and what to do about it; <see langword="null"/> if it is done.</summary>
    public string? Message { get; init; }

    /// <summary>The error that a request ended in, if one did.</summary>
    public Exception? Error { get; init; }

    /// <summary>The properties that the server stored otherwise than asked.</summary>
    public IReadOnlyList<string> NotStored { get; init; } = [];
}
