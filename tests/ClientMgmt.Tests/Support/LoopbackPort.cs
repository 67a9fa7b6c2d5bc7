using System.Net;
using System.Net.Sockets;

namespace ClientMgmt.Tests.Support;

/// <summary>A port of this machine where nobody listens.</summary>
internal static class LoopbackPort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
