namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>A page of a list, and what tells where the next one begins: Authlete's total, DocSpace's cursor as a query.</summary>
internal sealed record Page<TClient>(List<TClient> Clients, string? Cursor);
