using System.Collections.Concurrent;

namespace ClientMgmt.Wire;

/// <summary>The budgets of a provider by HTTP method.</summary>
internal sealed class Budgets(
    IDictionary<string, int> configured, IReadOnlyDictionary<string, int> documented, TimeProvider time)
{
    private const string Others = "*";

    private readonly ConcurrentDictionary<string, TokenBucket> _buckets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The bucket of a method, or null if nothing limits it.</summary>
    public TokenBucket? For(string method)
    {
        string key = configured.ContainsKey(method) || !configured.ContainsKey(Others) ? method : Others;
        int perMinute = configured.TryGetValue(key, out int own) ? own : documented.GetValueOrDefault(method);
        return perMinute == 0 ? null : _buckets.GetOrAdd(key, _ => new TokenBucket(perMinute, time));
    }
}
