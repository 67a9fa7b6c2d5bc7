namespace ClientMgmt.Tests.RealServers;

/// <summary>One request of a <see cref="Script"/>. Names in braces stand for what the answers before it brought.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The address: {register} and {uri}, or something made of them.</param>
/// <param name="Body">The body.</param>
internal sealed record Step(string Method, string Target, string? Body = null)
{
    /// <summary>The token; null for no header.</summary>
    public string? Token { get; init; } = "{token}";

    public string Scheme { get; init; } = "Bearer";

    public string Accept { get; init; } = "application/json";

    public string? ContentType { get; init; } = "application/json";

    /// <summary>What its client is called in the names: {other.uri}. Nothing for the first one.</summary>
    public string Client { get; init; } = "";
}
