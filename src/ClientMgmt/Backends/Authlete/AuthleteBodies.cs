using ClientMgmt.Serialization;

namespace ClientMgmt.Authlete;

// What the generated types of a client and of the small requests need beyond what is generated; see the base classes.
internal sealed partial class Client : JsonBody;

internal sealed partial class ClientLimited : JsonBody;

internal sealed partial class ClientFlagUpdateRequest : RequestBody;

internal sealed partial class ClientSecretUpdateRequest : RequestBody;

internal sealed partial class ClientAuthorizationUpdateRequest : RequestBody;

internal sealed partial class ClientExtensionRequestableScopesUpdateRequest : RequestBody;
