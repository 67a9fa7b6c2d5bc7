namespace ClientMgmt.Resilience;

/// <summary>Lets one caller at a time in for each key.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the others with the same key; the next one comes in when the result is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Entry? entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(key, out entry))
            {
                _entries.Add(key, entry = new Entry());
            }

            entry.Users++;
        }

        try
        {
            IDisposable place = await entry.Gate.EnterAsync(cancellationToken).ConfigureAwait(false);
            return new Holder(this, key, entry, place);
        }
        catch
        {
            Leave(key, entry);
            throw;
        }
    }

    private void Leave(string key, Entry entry)
    {
        lock (_entries)
        {
            if (--entry.Users == 0)
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed class Entry
    {
        public Gate Gate { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Holder(KeyedLock owner, string key, Entry entry, IDisposable place) : IDisposable
    {
        public void Dispose()
        {
            place.Dispose();
            owner.Leave(key, entry);
        }
    }
}
