namespace ClientMgmt;

/// <summary>An entry of a backend's catalogue of scopes.</summary>
public sealed record OAuthScope
{
    /// <summary>The scope value, for example <c>files:read</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the scope is about, for example <c>files</c>; <see langword="null"/> where the catalogue does not say.</summary>
    public string? Group { get; init; }

    /// <summary>The kind of access, for example <c>read</c>; <see langword="null"/> where the catalogue does not say.</summary>
    public string? Type { get; init; }
}
