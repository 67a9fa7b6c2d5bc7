using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt.DynamicRegistration;

/// <summary>A registration as it stands in a file, with its key in clear.</summary>
internal sealed class RegistrationFile
{
    public static JsonSerializerOptions Format { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>For people who look at the file.</summary>
    public required string Server { get; init; }

    public required string ClientId { get; init; }

    public required string RegistrationClientUri { get; init; }

    public required string RegistrationAccessToken { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public DateTimeOffset? ChangeBegunAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBeingDeleted { get; init; }

    /// <summary>Whether it can be what <see cref="Of"/> wrote.</summary>
    [JsonIgnore]
    public bool IsWhole => RegistrationAccessToken is { Length: > 0 } && Uri.TryCreate(RegistrationClientUri, UriKind.Absolute, out _);

    public static RegistrationFile Of(string server, ClientRegistration registration) => new()
    {
        Server = server,
        ClientId = registration.ClientId,
        RegistrationClientUri = registration.ClientUri.OriginalString,
        RegistrationAccessToken = registration.AccessToken.Reveal(),
        SavedAt = registration.SavedAt,
        ChangeBegunAt = registration.ChangeBegunAt,
        IsBeingDeleted = registration.IsBeingDeleted,
    };

    public ClientRegistration ToRegistration() => new()
    {
        ClientId = ClientId,
        ClientUri = new Uri(RegistrationClientUri),
        AccessToken = new Secret(RegistrationAccessToken),
        SavedAt = SavedAt,
        ChangeBegunAt = ChangeBegunAt,
        IsBeingDeleted = IsBeingDeleted,
    };
}
