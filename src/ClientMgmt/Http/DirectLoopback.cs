using System.Net;
using ClientMgmt.Options;

namespace ClientMgmt.Http;

/// <summary>
/// The platform's proxy, but never for this machine itself. Plain http is allowed there because nobody can listen, and .NET
/// would send it to the proxy of the environment all the same.
/// </summary>
internal sealed class DirectLoopback(IWebProxy platform) : IWebProxy
{
    public ICredentials? Credentials { get => platform.Credentials; set => platform.Credentials = value; }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : platform.GetProxy(destination);

    public bool IsBypassed(Uri host) => ThisMachine.Has(host) || platform.IsBypassed(host);
}
