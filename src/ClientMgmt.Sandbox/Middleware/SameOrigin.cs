using System.Net;
using ClientMgmt.Sandbox.Http;
using Microsoft.AspNetCore.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Middleware;

/// <summary>
/// Keeps out what a foreign web site makes a browser send. A site that has its own name resolve to this machine sends that name as the
/// Host; any other one sends an Origin or Sec-Fetch-Site. Programs send neither.
/// </summary>
internal sealed class SameOrigin(IEnumerable<string> moreHosts)
{
    private const string AnyHost = "*";
    private readonly HashSet<string> _moreHosts = new(moreHosts, StringComparer.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        Reply? refused = Refuse(context.Request);
        await (refused is null ? next(context) : refused.SendAsync(context.Response, context.RequestAborted)).ConfigureAwait(false);
    }

    private Reply? Refuse(HttpRequest request)
    {
        if (request.Host.HasValue && !IsOwn(request.Host.Host))
        {
            return Text(
                Status421MisdirectedRequest,
                $"The sandbox is reached by the names of this machine: 127.0.0.1, localhost, [::1]. '{request.Host.Host}' is none. SandboxOptions.AllowedHosts, or --allowed-host of clientmgmt sandbox, allows more.");
        }

        string origin = request.Headers.Origin.ToString();
        bool foreign = origin.Length > 0 && !origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        return foreign || (site is "cross-site" or "same-site" && !IsVisit(request))
            ? Text(Status403Forbidden, "The sandbox serves programs and its own page, not the pages of other sites.")
            : null;
    }

    private bool IsOwn(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address))
        || _moreHosts.Contains(host) || _moreHosts.Contains(AnyHost);

    // Somebody follows a link to the page. The page itself holds nothing; what it shows it asks for.
    private static bool IsVisit(HttpRequest request) =>
        request.Method == HttpMethods.Get && request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    private static Reply Text(int status, string text) => new(status, text + "\n", "text/plain; charset=utf-8");
}
