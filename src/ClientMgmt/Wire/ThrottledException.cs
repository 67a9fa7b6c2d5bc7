namespace ClientMgmt.Wire;

/// <summary>The server has said that it takes no request before a time that the call has not got.</summary>
/// <param name="wait">How long it is until then.</param>
internal sealed class ThrottledException(TimeSpan wait) : Exception
{
    public TimeSpan Wait => wait;
}
