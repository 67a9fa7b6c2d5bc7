using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The addresses that the server hands out to one caller.</summary>
internal sealed class Addresses(DynamicRegistrationBehavior behavior, Uri root, Incoming incoming)
{
    public const string IssuerPath = "as";
    public const string EndpointPath = "register";

    public string Issuer => $"{Origin(behavior.IssuerHost)}/{IssuerPath}{(behavior.IssuerEndsWithSlash ? "/" : "")}";

    /// <summary>An address of the server itself, such as that of the endpoint.</summary>
    public string Below(string path) => $"{Origin(behavior.EndpointHost)}/{IssuerPath}/{path}";

    public string ClientUri(string clientId)
    {
        string endpoint = $"{Origin(behavior.ClientUriHost)}/{IssuerPath}/{behavior.EndpointPath}";
        string id = Uri.EscapeDataString(clientId);
        return behavior.ClientUriForm switch
        {
            RegistrationUriForm.Query => $"{endpoint}?client_id={id}",
            RegistrationUriForm.PathWithSlash => $"{endpoint}/{id}/",
            _ => $"{endpoint}/{id}",
        };
    }

    private string Origin(RegistrationHost host) => host switch
    {
        RegistrationHost.Request when incoming.Headers.Host.ToString() is { Length: > 0 } asked => $"{root.Scheme}://{asked}",
        RegistrationHost.Other => $"{root.Scheme}://localhost:{root.Port}",
        _ => root.GetLeftPart(UriPartial.Authority),
    };
}
