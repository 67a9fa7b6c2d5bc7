using System.Net.Http.Headers;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Mapping;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

/// <summary>Tokens and errors of dynamic registration (RFC 6750, RFC 7591 section 3.2.2).</summary>
internal sealed class RegistrationProtocol(MetadataMap map, bool isManaged) : BackendProtocol
{
    public override IReadOnlyList<CredentialKind> CredentialKinds { get; } =
        [isManaged ? CredentialKind.ManagementToken : CredentialKind.InitialAccessToken];

    public override string AddressSetting => "Issuer or RegistrationEndpoint";

    // Spring, Curity and Connect2id take an initial access token once.
    public override bool AsksAnew(ProviderOptions provider) => !isManaged;

    public override void Authorize(HttpRequestHeaders headers, Access access) =>
        headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Credential.Value.Reveal());

    // Asked of the provider's own token alone: that of a client cannot be had anew.
    public override bool RefusesCredential(Attempt refusal) => refusal.Status == 401;

    // A code, or a phrase, or nothing; Keycloak's Admin API has a member of its own.
    public override VendorError ReadError(string? body)
    {
        JsonElement answer = WireJson.ParseOrNothing(body);
        string? error = WireValues.Text(answer.Member("error"));
        string? code = error?.Contains(' ', StringComparison.Ordinal) == false ? error : null;
        string? message = WireValues.Text(answer.Member("error_description"))
            ?? WireValues.Text(answer.Member("errorMessage"))
            ?? (code is null ? error : null);
        return new VendorError(code, message, FieldsOf(code, message));
    }

    public override TimeSpan? ReadDelay(Func<string, string?> header, DateTimeOffset now) => null;

    public override string NameOf(string vendorField) => map.NameOf(vendorField);

    public override string UnknownOutcome(ClientOperation operation) => operation == ClientOperation.Create
        ? "whether the client was created is unknown. If it was, the key to it is lost, and no list shows it."
        : base.UnknownOutcome(operation);

    // Most servers begin the sentence with the name of the property at fault; one code means a property.
    private FieldError[] FieldsOf(string? code, string? message)
    {
        string? name = code == "invalid_redirect_uri" ? ClientInformation.RedirectUris
            : message?.Split([' ', ':', ','], 2)[0].Trim('\'', '"', '`') is { } first && map.Rows.Any(r => r.Name == first) ? first
            : null;
        return name is null ? [] : [new FieldError(name, message ?? "is refused")];
    }
}
