namespace ClientMgmt.Wire;

/// <summary>What came of a call.</summary>
/// <param name="Attempt">Its last attempt.</param>
/// <param name="Attempts">How many requests were sent.</param>
/// <param name="Sent">The credentials that they carried.</param>
internal sealed record CallResult(Attempt Attempt, int Attempts, IReadOnlyList<Access> Sent);
