namespace ClientMgmt.Wire;

/// <summary>Something took longer than a setting allows.</summary>
/// <param name="setting">The name of the setting.</param>
internal sealed class TimeLimitException(string setting) : TimeoutException
{
    /// <summary>Whether it was the time for the whole call that ended.</summary>
    public bool EndsCall => setting == nameof(ResilienceOptions.TotalTimeout);
}
