using ClientMgmt.Serialization;

namespace ClientMgmt.DocSpace;

// What the generated types of a client and of the small requests need beyond what is generated; see the base classes.
internal sealed partial class ClientResponse : JsonBody;

internal sealed partial class ClientInfoResponse : JsonBody;

internal sealed partial class ConsentEntry : JsonBody;

internal sealed partial class CreateClientRequest : JsonBody;

internal sealed partial class UpdateClientRequest : JsonBody;

internal sealed partial class ChangeClientActivationRequest : RequestBody;
