namespace ClientMgmt.Wire;

/// <summary>No complete answer came in time.</summary>
/// <param name="endsCall">Whether it was the time for the whole call that ended.</param>
internal sealed class AttemptTimeoutException(bool endsCall) : TimeoutException
{
    public bool EndsCall => endsCall;
}
