using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

// What the generated types need beyond what is generated; see the base classes.
internal sealed partial class Client : JsonBody;

internal sealed partial class ClientGetListResponse : AuthletePage;

internal sealed partial class ClientFlagUpdateRequest : RequestBody;

internal sealed partial class ClientFlagUpdateResponse : JsonBody;

internal sealed partial class ClientSecretRefreshResponse : JsonBody;

internal sealed partial class ClientSecretUpdateRequest : RequestBody;

internal sealed partial class ClientSecretUpdateResponse : JsonBody;

internal sealed partial class ClientAuthorizationGetListResponse : AuthletePage;

internal sealed partial class ClientAuthorizationUpdateRequest : RequestBody;

internal sealed partial class ClientAuthorizationUpdateResponse : JsonBody;

internal sealed partial class ClientAuthorizationDeleteResponse : JsonBody;

internal sealed partial class ClientGrantedScopesGetResponse : JsonBody;

internal sealed partial class ClientGrantedScopesDeleteResponse : JsonBody;

internal sealed partial class ClientExtensionRequestableScopesGetResponse : JsonBody;

internal sealed partial class ClientExtensionRequestableScopesUpdateRequest : RequestBody;

internal sealed partial class ClientExtensionRequestableScopesUpdateResponse : JsonBody;
