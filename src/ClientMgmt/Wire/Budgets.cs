using System.Collections.Concurrent;

namespace ClientMgmt.Wire;

/// <summary>The budgets of a provider by HTTP method, and what the server says of its own.</summary>
internal sealed class Budgets(
    IDictionary<string, int> configured, IReadOnlyDictionary<string, int> documented, TimeProvider time)
{
    private const string Others = "*";

    private readonly ConcurrentDictionary<string, Budget> _budgets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The budget of a method.</summary>
    public Budget For(string method) =>
        _budgets.GetOrAdd(method, static (method, budgets) => budgets.Create(method), this);

    private Budget Create(string method)
    {
        bool isOther = !configured.ContainsKey(method) && configured.ContainsKey(Others);
        int perMinute = configured.TryGetValue(isOther ? Others : method, out int own) ? own : documented.GetValueOrDefault(method);
        return perMinute == 0 ? new Budget(null, new Throttle(TimeSpan.Zero, time))
            : isOther ? For(Others)
            : new Budget(new TokenBucket(perMinute, time), new Throttle(TimeSpan.FromMinutes(1) / perMinute, time));
    }

    /// <summary>What limits the requests of a method: the own bucket, if there is one, and the server.</summary>
    internal sealed record Budget(TokenBucket? Own, Throttle Server);
}
