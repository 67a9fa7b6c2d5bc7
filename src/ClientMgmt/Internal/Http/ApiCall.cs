namespace ClientMgmt.Http;

/// <summary>What one request is about.</summary>
/// <param name="Operation">What the caller asked for.</param>
/// <param name="IsSafe">
/// Whether it only reads (RFC 9110 section 9.2.1), so that it may be sent again. The adapter decides, not the method:
/// Authlete rotates a secret by GET.
/// </param>
internal sealed record ApiCall(ClientOperation Operation, bool IsSafe)
{
    /// <summary>The client that it is about, for errors.</summary>
    public string? ClientId { get; init; }

    /// <summary>A secret that the request holds, which must not come back in an error's text.</summary>
    public Secret? Secret { get; init; }

    /// <summary>Whether to send no credential.</summary>
    public bool IsAnonymous { get; init; }

    public static ApiCall Read(ClientOperation operation, string? clientId = null) => new(operation, true) { ClientId = clientId };

    public static ApiCall Write(ClientOperation operation, string? clientId = null) => new(operation, false) { ClientId = clientId };
}
