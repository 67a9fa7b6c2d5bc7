using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

// What the generated types need beyond what is generated; see the base classes.
internal sealed partial class CreateClientRequest : JsonBody;

internal sealed partial class UpdateClientRequest : JsonBody;

internal sealed partial class ChangeClientActivationRequest : RequestBody;

internal sealed partial class ClientResponse : JsonBody;

internal sealed partial class ClientInfoResponse : JsonBody;

internal sealed partial class ClientSecretResponse : JsonBody;

internal sealed partial class ClientPage : DocSpacePage;

internal sealed partial class ClientInfoPage : DocSpacePage;

internal sealed partial class ConsentPage : DocSpacePage;

internal sealed partial class ScopeResponse : JsonBody;

internal sealed partial class SignatureResponse : JsonBody;
