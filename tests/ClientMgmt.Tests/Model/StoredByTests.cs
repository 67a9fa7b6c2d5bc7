using System.Reflection;
using ClientMgmt.Tests.Schemas;
using ClientMgmt.Values;

namespace ClientMgmt.Tests.Model;

/// <summary>The documentation of a standard property says which backends store it, and says so as their tables do.</summary>
internal sealed class StoredByTests
{
    private static readonly (string Name, Capabilities Can)[] s_backends =
    [
        .. Enum.GetValues<Backend>().Select(b => (Named(b), BackendCapabilities.Of(new ProviderOptions { Backend = b }))),
    ];

    [TestCaseSource(typeof(ClientMetadata), nameof(ClientMetadata.StandardNames))]
    public void It_names_the_backends(string name)
    {
        PropertyInfo property = typeof(ClientMetadata).GetProperty(StandardProperty.Named(name)!.Member)!;
        string[] stored = [.. s_backends.Select(b => (b.Name, Extent: Extent(b.Can, name))).Where(s => s.Extent is not null).Select(s => s.Name + s.Extent)];
        string[] words = stored is ["Authlete v2", "Authlete v3", .. string[] others] ? ["Authlete", .. others] : stored;

        string list = words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} and {words[^1]}";
        Assert.That(Documentation.Of(property), Does.Contain($" Stored by {list}."));
    }

    private static string? Extent(Capabilities can, string name) => (can.CanSetAtCreation(name), can.CanUpdate(name)) switch
    {
        (true, true) => "",
        (true, false) => " (only at creation)",
        _ => null,
    };

    private static string Named(Backend backend) => backend switch
    {
        Backend.AuthleteV2 => "Authlete v2",
        Backend.AuthleteV3 => "Authlete v3",
        Backend.DocSpace => "DocSpace",
        Backend.DynamicRegistration => "dynamic registration",
        _ => throw new ArgumentOutOfRangeException(nameof(backend), backend, null),
    };
}
