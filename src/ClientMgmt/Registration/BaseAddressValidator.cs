using System.Net;

namespace ClientMgmt.Registration;

/// <summary>Finds what is wrong with the address of a provider.</summary>
internal static class BaseAddressValidator
{
    public static string? Check(Uri? address, bool allowHttp) => address switch
    {
        null => "is missing; it says where the API is.",
        { IsAbsoluteUri: false } => "must be an absolute URL.",
        _ when address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp => "must begin with https://.",
        _ when address.UserInfo.Length > 0 => "must not hold a user name or password; use the credential settings.",
        _ when address.Query.Length > 0 || address.Fragment.Length > 0 => "must not hold a query or a fragment.",
        _ when address.Scheme == Uri.UriSchemeHttp && !allowHttp && !IsThisMachine(address) =>
            "is plain http to another machine, where credentials can be read on the way; use https, or set AllowHttp.",
        _ => null,
    };

    // Uri.IsLoopback alone also accepts [::127.0.0.1], which is no loopback address and may be routed.
    private static bool IsThisMachine(Uri address) =>
        IPAddress.TryParse(address.IdnHost, out IPAddress? ip) ? IPAddress.IsLoopback(ip) : address.IsLoopback;
}
