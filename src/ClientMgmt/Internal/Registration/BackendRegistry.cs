using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;

namespace ClientMgmt.Registration;

/// <summary>
/// Every backend. A new one adds a line here, a value to <see cref="Backend"/>, its settings to <see cref="ProviderOptions"/>
/// if it has any of its own, a folder and a specification.
/// </summary>
internal static class BackendRegistry
{
    private static readonly Dictionary<Backend, BackendDefinition> s_definitions = new BackendDefinition[]
    {
        AuthleteBackend.V2,
        AuthleteBackend.V3,
        DocSpaceBackend.Definition,
    }.ToDictionary(d => d.Backend);

    public static IEnumerable<BackendDefinition> All => s_definitions.Values;

    public static BackendDefinition? Find(Backend backend) => s_definitions.GetValueOrDefault(backend);
}
