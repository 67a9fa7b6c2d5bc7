using ClientMgmt.Mapping;

namespace ClientMgmt.DynamicRegistration;

/// <summary>What the standards and a server have no request for, and what limits the rest.</summary>
internal static class RegistrationOperations
{
    private const string NoRequest = "the standards have no request for it.";
    private const string NoGrants = "the standards have no request about what users have granted.";
    private const string NoConsentView = "the backend has no text about a client for consent pages.";
    private const string OneByOne = "clients are deleted one by one.";
    private const string NotThere = "this server has no such operation.";

    private static readonly OperationCapability[] s_limited =
    [
        new(ClientOperation.List, Supported: true, "the clients that the store knows"),
        new(ClientOperation.Enable, Supported: false, NoRequest),
        new(ClientOperation.Disable, Supported: false, NoRequest),
        new(ClientOperation.RotateSecret, Supported: false, NoRequest),
        new(ClientOperation.SetSecret, Supported: false, NoRequest),
        new(ClientOperation.ListAuthorizedClients, Supported: false, NoGrants),
        new(ClientOperation.UpdateAuthorization, Supported: false, NoGrants),
        new(ClientOperation.RevokeAuthorization, Supported: false, NoGrants),
        new(ClientOperation.GetGrantedScopes, Supported: false, NoGrants),
        new(ClientOperation.DeleteGrantedScopes, Supported: false, NoGrants),
        new(ClientOperation.ListScopes, Supported: true, "where the server's metadata tell them"),
        new(ClientOperation.GetInfo, Supported: false, NoConsentView),
        new(ClientOperation.ListInfo, Supported: false, NoConsentView),
        new(ClientOperation.GetPublicInfo, Supported: false, NoConsentView),
        new(ClientOperation.DeleteAllOwnClients, Supported: false, OneByOne),
        new(ClientOperation.DeleteAllTenantClients, Supported: false, OneByOne),
    ];

    private static readonly OperationCapability s_replacing =
        new(ClientOperation.Update, Supported: true, "each update makes a new secret, and the old one is void");

    // Without these two there are not those either.
    private static readonly (ClientOperation Operation, ClientOperation Needs)[] s_derived =
    [
        (ClientOperation.List, ClientOperation.Get),
        (ClientOperation.GetRequestableScopes, ClientOperation.Get),
        (ClientOperation.Update, ClientOperation.Get),
        (ClientOperation.SetRequestableScopes, ClientOperation.Update),
        (ClientOperation.ClearRequestableScopes, ClientOperation.Update),
    ];

    /// <param name="options">The settings of the server, which nobody may have validated.</param>
    /// <exception cref="ArgumentException">They do not say what the server is.</exception>
    public static Capabilities Describe(ProviderOptions options)
    {
        string[] mistakes = [.. ServerProfiles.Check(options).Select(m => $"{m.Setting} {m.Problem}")];
        if (mistakes.Length > 0)
        {
            throw new ArgumentException(string.Join(" ", mistakes), nameof(options));
        }

        ServerProfile profile = ServerProfiles.Of(options);
        return Describe(RegistrationProperties.For(profile), profile, options);
    }

    /// <param name="map">The table of the server.</param>
    /// <param name="profile">What the server is.</param>
    /// <param name="provider">Its settings.</param>
    public static Capabilities Describe(MetadataMap map, ServerProfile profile, ProviderOptions provider) => new MappedCapabilities(
        Enum.GetValues<ClientOperation>().Select(operation => WhyNot(operation, map, profile, provider) is { } reason
            ? new OperationCapability(operation, Supported: false, reason)
            : operation == ClientOperation.SetSecret && profile.SecretPlace is not null ? new OperationCapability(operation, Supported: true)
            : operation == ClientOperation.Update && profile.ReplacesSecret ? s_replacing
            : Array.Find(s_limited, o => o.Operation == operation) ?? new OperationCapability(operation, Supported: true)),
        map);

    private static string? WhyNot(ClientOperation operation, MetadataMap map, ServerProfile profile, ProviderOptions provider) =>
        profile.Missing.Contains(operation)
            || s_derived.Any(d => d.Operation == operation && profile.Missing.Contains(d.Needs)) ? NotThere
        : operation is ClientOperation.SetRequestableScopes or ClientOperation.ClearRequestableScopes
            && map.Find(ClientInformation.Scope) is { Capability: { Updatable: false } scope } ? $"{scope.Remark}."
        : operation == ClientOperation.List && RegistrationBackend.IsManaged(provider)
            ? "the standards have no list, and with ManagementToken no store knows the clients."
        : operation == ClientOperation.ListScopes && provider.Issuer is null ? "the server's metadata tell it; set Issuer."
        : operation == ClientOperation.ListScopes && !profile.TellsScopes ? "the metadata of this server name no scopes."
        : null;
}
