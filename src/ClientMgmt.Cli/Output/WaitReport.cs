using System.Globalization;

namespace ClientMgmt.Cli.Output;

/// <summary>Says why nothing happens: a line every ten seconds at most, with how many of several are done.</summary>
/// <param name="error">Where to.</param>
/// <param name="time">The clock.</param>
internal sealed class WaitReport(TextWriter error, TimeProvider time)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>How far the work is; null if there is nothing to count.</summary>
    public Func<(int Done, int All)>? Count { get; set; }

    /// <summary>Tells of a wait; one that nobody notices is not told.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="wait">How long.</param>
    public void Tell(string reason, TimeSpan wait)
    {
        if (wait < TimeSpan.FromSeconds(1))
        {
            return;
        }

        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (now < _next)
            {
                return;
            }

            _next = now + s_pause;
        }

        string count = Count?.Invoke() is var (done, all) ? $"; {done} of {all} are done" : "";
        error.WriteLine(PlainText.OneLine(string.Create(
            CultureInfo.InvariantCulture, $"{reason}: waiting {Math.Ceiling(wait.TotalSeconds)} s{count}.")));
    }
}
