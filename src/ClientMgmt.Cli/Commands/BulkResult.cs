namespace ClientMgmt.Cli.Commands;

/// <summary>What became of one client.</summary>
internal sealed record BulkResult(BulkState State, Exception? Error = null);

/// <summary>How far it went.</summary>
internal enum BulkState
{
    Done,
    Failed,

    /// <summary>Cancelled while the request was under way: the server may have acted.</summary>
    Unknown,
    NotTried,
}
