using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Gives the operations that list something more than one page to read.</summary>
internal static class SocketFaultPages
{
    public static void Add(TestHost host, ClientOperation operation)
    {
        if (operation is not (ClientOperation.List or ClientOperation.ListInfo or ClientOperation.ListAuthorizedClients))
        {
            return;
        }

        IEnumerable<string> ids = host.Case.Backend == Backend.DocSpace
            ? host.Sandbox.DocSpace.Seed(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, 50)
            : host.Sandbox.Authlete.Seed(host.ServiceId, 3).Select(id => $"{id}");
        foreach (string id in ids)
        {
            host.Grant(id, "openid");
        }
    }
}
