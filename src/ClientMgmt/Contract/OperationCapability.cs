namespace ClientMgmt;

/// <summary>Whether a backend can do an operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Supported">Whether it can be done.</param>
/// <param name="Remark">Why not, or with what limit; <see langword="null"/> if there is nothing to say.</param>
public sealed record OperationCapability(ClientOperation Operation, bool Supported, string? Remark = null);
