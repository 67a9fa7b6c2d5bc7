using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>A client as it is stored.</summary>
internal sealed class RegisteredClient(string id)
{
    public string Id { get; } = id;

    public JsonObject Metadata { get; set; } = [];

    public string? Secret { get; set; }

    /// <summary>Seconds since 1970; 0 for never.</summary>
    public long SecretExpiresAt { get; set; }

    public long IssuedAt { get; init; }

    /// <summary>The registration access token that lives; null where there is none, or none any more.</summary>
    public string? Token { get; set; }

    public DateTimeOffset TokenIssuedAt { get; set; }

    public bool Enabled { get; set; } = true;
}
