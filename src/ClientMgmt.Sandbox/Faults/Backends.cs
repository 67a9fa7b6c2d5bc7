using ClientMgmt.Sandbox.Authlete;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.DynamicRegistration;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.Faults;

/// <summary>Tells the dialect of a request from its path.</summary>
internal static class Backends
{
    public static SandboxBackend? Of(Incoming incoming)
    {
        if (DocSpaceDialect.Names(incoming))
            return SandboxBackend.DocSpace;
        if (RegistrationDialect.Names(incoming))
            return SandboxBackend.DynamicRegistration;
        return AuthleteDialect.VersionOf(incoming) switch
        {
            AuthleteVersion.V2 => SandboxBackend.AuthleteV2,
            AuthleteVersion.V3 => SandboxBackend.AuthleteV3,
            _ => null,
        };
    }
}
