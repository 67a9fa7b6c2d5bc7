using System.Text;
using ClientMgmt.Http;

namespace ClientMgmt.DocSpace;

/// <summary>The generated client, with the path prefix of newer servers where it is configured.</summary>
internal partial class DocSpaceClient
{
    private const string DefaultPrefix = "api/2.0";
    private const string PortalPath = DefaultPrefix + "/security/";

    public string PathPrefix { get; init; } = DefaultPrefix;

    // The exchange of credentials belongs to the portal, which has one prefix only.
    partial void PrepareRequest(HttpCall client, HttpRequestMessage request, StringBuilder urlBuilder)
    {
        if (!urlBuilder.ToString().StartsWith(PortalPath, StringComparison.Ordinal))
        {
            urlBuilder.Replace(DefaultPrefix, PathPrefix.Trim('/'), 0, DefaultPrefix.Length);
        }
    }
}
