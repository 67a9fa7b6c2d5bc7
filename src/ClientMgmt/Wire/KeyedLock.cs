namespace ClientMgmt.Wire;

/// <summary>Lets one caller at a time in for each key.</summary>
internal sealed class KeyedLock
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the others with the same key; the next one comes in when the result is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellationToken)
    {
        Place? place;
        lock (_places)
        {
            if (!_places.TryGetValue(key, out place))
            {
                _places.Add(key, place = new Place(this, key));
            }

            place.Users++;
        }

        try
        {
            await place.WaitAsync(cancellationToken).ConfigureAwait(false);
            return place;
        }
        catch
        {
            Leave(place);
            throw;
        }
    }

    private void Leave(Place place)
    {
        lock (_places)
        {
            if (--place.Users == 0)
            {
                _places.Remove(place.Key);
            }
        }
    }

    private sealed class Place(KeyedLock owner, string key) : IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);

        public string Key => key;

        public int Users { get; set; }

        public Task WaitAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

        public void Dispose()
        {
            _turn.Release();
            owner.Leave(this);
        }
    }
}
