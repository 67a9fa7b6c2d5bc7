namespace ClientMgmt.Wire;

/// <summary>The operation that a request serves.</summary>
/// <param name="Provider">The provider, as it was configured when the operation began: it goes to one server from beginning to end.</param>
/// <param name="Operation">What the caller asked for.</param>
/// <param name="ClientId">The client that it is about; null if it is about none, or many.</param>
internal sealed record OperationInfo(Provider Provider, ClientOperation Operation, string? ClientId = null)
{
    /// <summary>A secret that the request holds, which must not come back in an error's text.</summary>
    public Secret? Secret { get; init; }

    /// <summary>Whether the operation has the client to itself until it ends.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Values that are sent though the specification does not know them.</summary>
    public IReadOnlyList<FieldError> Doubts { get; init; } = [];

    /// <summary>Whether nobody waits for the request any more, so that its end is no error.</summary>
    public Func<bool>? IsAbandoned { get; init; }

    /// <summary>The id of the client that the operation is about.</summary>
    public string RequiredClientId => ClientId ?? throw new InvalidOperationException($"{Operation} is about no single client.");
}
