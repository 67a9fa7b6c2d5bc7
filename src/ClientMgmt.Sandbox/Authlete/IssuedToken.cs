namespace ClientMgmt.Sandbox.Authlete;

/// <summary>An access token of a subject, as far as client management sees it.</summary>
internal sealed class IssuedToken(long clientId, string subject)
{
    public long ClientId { get; } = clientId;

    public string Subject { get; } = subject;

    public required IReadOnlyList<string> Scopes { get; set; }
}
