using System.Transactions;

namespace ClientMgmt.EntityFrameworkCore;

/// <summary>
/// Keeps what the store does out of a transaction of the caller's. The server cannot take a new key back: rolled back with what else
/// the caller did, it would be lost.
/// </summary>
internal static class OwnTransaction
{
    /// <summary>From here until the result is disposed of.</summary>
    public static IDisposable Begin() => new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
}
