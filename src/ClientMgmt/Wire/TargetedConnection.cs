using System.Text.Json;

namespace ClientMgmt.Wire;

/// <summary>Sends a request to an address that a server gave, which stands in no specification.</summary>
/// <param name="connection">Sends it.</param>
/// <param name="address">The whole address.</param>
internal sealed class TargetedConnection(ApiConnection connection, Uri address) : ApiConnection
{
    /// <summary>The credential that opens this address; null if the provider's does.</summary>
    public ProviderCredential? Credential { get; init; }

    /// <summary>Whether reading, too, changes something there: it is then not sent again after a failure.</summary>
    public bool ReadingChanges { get; init; }

    /// <summary>Whether answers to changes bring what must be kept: they are then waited for, even if the caller no longer waits.</summary>
    public bool ChangesBringKeys { get; init; }

    /// <summary>What could be read of a success that cannot be read as a whole; null if there was none.</summary>
    public JsonElement? Left { get; private set; }

    public override Task<T> SendAsync<T>(
        OperationInfo operation, ApiRequest request, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        bool isSafe = request.IsSafe && !ReadingChanges;
        ApiRequest targeted = request with
        {
            Address = address,
            Credential = Credential,
            IsSafe = isSafe,
            IsKeptUp = !isSafe && ChangesBringKeys,
            OnUnreadable = left => Left = left,
        };
        return connection.SendAsync(operation, targeted, read, cancellationToken);
    }
}
