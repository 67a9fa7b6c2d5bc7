using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Gives the operations that list something more than one page to read.</summary>
internal static class SocketFaultPages
{
    public static async Task AddAsync(TestHost host, ClientOperation operation)
    {
        if (operation is not (ClientOperation.List or ClientOperation.ListInfo or ClientOperation.ListAuthorizedClients))
        {
            return;
        }

        IReadOnlyList<string> ids = await host.SeedAsync(host.Case.Backend == Backend.DocSpace ? 50 : 3);
        foreach (string id in ids)
        {
            host.Grant(id, "openid");
        }
    }
}
