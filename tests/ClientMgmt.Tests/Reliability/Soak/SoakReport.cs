using System.Collections.Concurrent;

namespace ClientMgmt.Tests.Reliability;

/// <summary>What the workers of a soak saw, counted.</summary>
internal sealed class SoakReport
{
    private int _operations, _reads, _failedReads, _unknown, _refused, _needed;

    public int Operations => _operations;

    public int Reads => _reads;

    public int FailedReads => _failedReads;

    public int Unknown => _unknown;

    public int Refused => _refused;

    /// <summary>The requests that the operations need when nothing goes wrong.</summary>
    public int Needed => _needed;

    public ConcurrentQueue<string> Mistakes { get; } = new();

    public void Begin(int needed)
    {
        Interlocked.Increment(ref _operations);
        Interlocked.Add(ref _needed, needed);
    }

    /// <summary>A list turned out to be so many reads of one client each.</summary>
    public void ReadEach(int clients)
    {
        Interlocked.Add(ref _reads, clients);
        NeedMore(clients);
    }

    /// <summary>A list turned out to need more requests than one.</summary>
    public void NeedMore(int requests) => Interlocked.Add(ref _needed, requests);

    public async Task ReadAsync(Func<Task> read)
    {
        Interlocked.Increment(ref _reads);
        try
        {
            await read();
        }
        catch (ClientManagementException e) when (e is BackendUnavailableException or RateLimitedException)
        {
            Interlocked.Increment(ref _failedReads);
        }
        catch (Exception e)
        {
            Mistakes.Enqueue($"A read ended in {e}");
        }
    }

    public async Task<SoakOutcome> ChangeAsync(Func<Task> change)
    {
        try
        {
            await change();
            return SoakOutcome.Made;
        }
        catch (OutcomeUnknownException e)
        {
            Interlocked.Increment(ref _unknown);
            return e.Message.Contains("the change had not been made", StringComparison.Ordinal) ? SoakOutcome.NotMade : SoakOutcome.Unknown;
        }
        catch (ClientManagementException e) when (e is BackendUnavailableException or RateLimitedException)
        {
            Interlocked.Increment(ref _refused);
            return SoakOutcome.NotMade;
        }
        catch (Exception e)
        {
            Mistakes.Enqueue($"A change ended in {e}");
            return SoakOutcome.Unknown;
        }
    }
}
