using Polly;

namespace ClientMgmt.Wire;

/// <summary>How far a call is. It belongs to that call alone, whose attempts follow one another.</summary>
internal sealed class CallProgress(Call call, TimeProvider time)
{
    private static readonly ResiliencePropertyKey<CallProgress> s_key = new("ClientMgmt.Call");

    private readonly long _started = time.GetTimestamp();
    private TimeSpan _waited;

    public Call Call => call;

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>What of the wait before a retry is random, from 0 to 1.</summary>
    public double Jitter { get; private set; }

    /// <summary>What the call may still take. Waiting for its turn and for the budget does not count.</summary>
    public TimeSpan TimeLeft => call.Resilience.TotalTimeout == Timeout.InfiniteTimeSpan
        ? TimeSpan.MaxValue
        : call.Resilience.TotalTimeout + _waited - time.GetElapsedTime(_started);

    /// <summary>How long the next attempt may take.</summary>
    public TimeSpan AttemptTimeout => call.Resilience.AttemptTimeout != Timeout.InfiniteTimeSpan && call.Resilience.AttemptTimeout <= TimeLeft
        ? call.Resilience.AttemptTimeout
        : call.Resilience.TotalTimeout == Timeout.InfiniteTimeSpan ? Timeout.InfiniteTimeSpan : TimeLeft;

    public static CallProgress Of(ResilienceContext context) => context.Properties.GetValue(s_key, null!);

    public void Enter(ResilienceContext context) => context.Properties.Set(s_key, this);

    public void CountAttempt()
    {
        Attempts++;
        Jitter = Random.Shared.NextDouble();
    }

    public void Waiting(TimeSpan wait, int? perMinute = null) =>
        call.Provider.Services.Telemetry.Waiting(call.Provider.Name, call.Operation.Operation, wait, perMinute);

    public void Waited(TimeSpan wait)
    {
        _waited += wait;
        call.Provider.Services.Telemetry.Waited(call.Provider.Name, call.Operation.Operation, wait);
    }
}
