using ClientMgmt.Authlete;
using ClientMgmt.Backends;
using ClientMgmt.DocSpace;
using ClientMgmt.DynamicRegistration;

namespace ClientMgmt.Registration;

/// <summary>
/// Every backend. A new one adds a line here, a value to <see cref="Backend"/>, its settings to <see cref="ProviderOptions"/>
/// if it has any of its own, a folder and a specification.
/// </summary>
internal static class BackendRegistry
{
    public static BackendDefinition[] All { get; } =
        [AuthleteBackend.V2, AuthleteBackend.V3, DocSpaceBackend.Definition, RegistrationBackend.Definition];

    public static BackendDefinition? Find(Backend backend) => Array.Find(All, d => d.Backend == backend);
}
