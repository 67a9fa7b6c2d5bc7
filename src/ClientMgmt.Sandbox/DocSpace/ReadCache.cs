using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>The cache of reads by id: five minutes from the write of the entry.</summary>
internal sealed class ReadCache(TimeProvider clock)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (JsonObject Client, DateTimeOffset Expires)> _entries = [];

    public JsonObject? Find(string id) =>
        _entries.TryGetValue(id, out var entry) && entry.Expires > clock.GetUtcNow() ? entry.Client : null;

    public void Put(string id, JsonObject client) => _entries[id] = ((JsonObject)client.DeepClone(), clock.GetUtcNow() + s_lifetime);

    public void Evict(string id) => _entries.Remove(id);

    public void Clear() => _entries.Clear();
}
