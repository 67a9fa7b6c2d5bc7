namespace ClientMgmt;

// What people see of a client, and where to find its owner.
public sealed partial record ClientMetadata
{
    /// <summary><c>client_name</c>: The name to show to end users (RFC 7591 section 2).</summary>
    public string? ClientName { get => Text("client_name"); init => _values = With("client_name", value); }

    /// <summary><c>client_name#tag</c>: The name by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? ClientNames
    {
        get => Localized("client_name#");
        init => _values = With("client_name#", value);
    }

    /// <summary><c>description</c>: A text about the client. Not a standard name; each backend stores one.</summary>
    public string? Description { get => Text("description"); init => _values = With("description", value); }

    /// <summary><c>description#tag</c>: The description by BCP 47 language tag.</summary>
    public IReadOnlyDictionary<string, string>? Descriptions
    {
        get => Localized("description#");
        init => _values = With("description#", value);
    }

    /// <summary><c>client_uri</c>: The page about the client (RFC 7591 section 2).</summary>
    public string? ClientUri { get => Text("client_uri"); init => _values = With("client_uri", value); }

    /// <summary>
    /// <c>client_uri#tag</c>: The page about the client by BCP 47 language tag (RFC 7591 section 2.2).
    /// </summary>
    public IReadOnlyDictionary<string, string>? ClientUris
    {
        get => Localized("client_uri#");
        init => _values = With("client_uri#", value);
    }

    /// <summary>
    /// <c>logo_uri</c>: The logo (RFC 7591 section 2). DocSpace stores a <c>data:</c> URI with the image in base64
    /// only.
    /// </summary>
    public string? LogoUri { get => Text("logo_uri"); init => _values = With("logo_uri", value); }

    /// <summary><c>logo_uri#tag</c>: The logo by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? LogoUris
    {
        get => Localized("logo_uri#");
        init => _values = With("logo_uri#", value);
    }

    /// <summary><c>policy_uri</c>: How the client uses personal data (RFC 7591 section 2).</summary>
    public string? PolicyUri { get => Text("policy_uri"); init => _values = With("policy_uri", value); }

    /// <summary><c>policy_uri#tag</c>: The policy page by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? PolicyUris
    {
        get => Localized("policy_uri#");
        init => _values = With("policy_uri#", value);
    }

    /// <summary><c>tos_uri</c>: The terms of service (RFC 7591 section 2).</summary>
    public string? TosUri { get => Text("tos_uri"); init => _values = With("tos_uri", value); }

    /// <summary><c>tos_uri#tag</c>: The terms of service by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? TosUris
    {
        get => Localized("tos_uri#");
        init => _values = With("tos_uri#", value);
    }

    /// <summary>
    /// <c>contacts</c>: How to reach the people responsible, usually e-mail addresses (RFC 7591 section 2).
    /// </summary>
    public IReadOnlyList<string>? Contacts { get => List("contacts"); init => _values = With("contacts", value); }

    /// <summary><c>organization_name</c>: The organization that owns the client (OpenID Federation 1.0).</summary>
    public string? OrganizationName
    {
        get => Text("organization_name");
        init => _values = With("organization_name", value);
    }

    /// <summary><c>software_id</c>: Identifies the software across its instances (RFC 7591 section 2).</summary>
    public string? SoftwareId { get => Text("software_id"); init => _values = With("software_id", value); }

    /// <summary><c>software_version</c>: The version of <see cref="SoftwareId"/> (RFC 7591 section 2).</summary>
    public string? SoftwareVersion
    {
        get => Text("software_version");
        init => _values = With("software_version", value);
    }
}
