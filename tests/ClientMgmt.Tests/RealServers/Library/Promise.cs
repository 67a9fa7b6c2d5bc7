namespace ClientMgmt.Tests.RealServers.Library;

/// <summary>Something that holds for every server that can do all that the standards have.</summary>
/// <param name="Name">What is promised.</param>
/// <param name="CheckAsync">Finds out what is not as promised; null if all is.</param>
public sealed record Promise(string Name, Func<IClientManagement, Task<string?>> CheckAsync)
{
    /// <summary>What is not as promised; null if all is.</summary>
    public async Task<string?> FindProblemAsync(IClientManagement clients)
    {
        try
        {
            return await CheckAsync(clients);
        }
        catch (ClientManagementException e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    public override string ToString() => Name;
}
