namespace ClientMgmt.Sandbox;

/// <summary>An API key of a DocSpace user.</summary>
/// <param name="Value">The key, which begins with sk-.</param>
public sealed record DocSpaceApiKey(string Value)
{
    /// <summary>The scopes of the key. None, the default, means no restriction; without a global one no signature is issued.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
