using System.Net;

namespace ClientMgmt.Options;

/// <summary>Addresses at which nobody else can listen.</summary>
internal static class ThisMachine
{
    // Uri.IsLoopback alone also accepts [::127.0.0.1], which is no loopback address and may be routed.
    public static bool Has(Uri address) =>
        IPAddress.TryParse(address.IdnHost, out IPAddress? ip) ? IPAddress.IsLoopback(ip) : address.IsLoopback;
}
