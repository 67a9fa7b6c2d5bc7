namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>One way to talk to a backend. All of them ask for the same and are answered the same.</summary>
internal interface IContestant : IAsyncDisposable
{
    string Name { get; }

    Task GetAsync(string clientId);

    Task CreateAsync();

    /// <summary>Reads the first page of clients.</summary>
    Task PageAsync();

    /// <summary>Reads all clients; tells of each when it has been read.</summary>
    Task ListAsync(Action read);
}
