namespace ClientMgmt.Manifests;

/// <summary>Clients that a provider knows and cannot read. Whoever is not found may be one of them.</summary>
internal sealed class UnreadableClients
{
    private readonly List<string> _ids = [];

    /// <summary>Lists all others, and keeps these.</summary>
    public ClientListOptions Options => new() { OnUnreadable = (id, _) => _ids.Add(id) };

    /// <summary>Why it is not certain that a client is not there; null if it is.</summary>
    public string? Doubt => _ids.Count == 0 ? null
        : $"no client of this client_name can be read, but it may be one of those whose keys the server refuses ({string.Join(", ", _ids.Take(5))}"
            + $"{(_ids.Count > 5 ? ", …" : "")}); remove those that are gone from the store of registrations.";
}
