namespace ClientMgmt;

// What people see of a client, and where to find its owner.
public sealed partial record ClientMetadata
{
    /// <summary><c>client_name</c>: The name to show to end users (RFC 7591 section 2).</summary>
    public string? ClientName { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>client_name#tag</c>: The name by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? ClientNames { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary><c>description</c>: A text about the client. Not a standard name.</summary>
    public string? Description { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>description#tag</c>: The description by BCP 47 language tag.</summary>
    public IReadOnlyDictionary<string, string>? Descriptions { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary><c>client_uri</c>: The page about the client (RFC 7591 section 2).</summary>
    public string? ClientUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>client_uri#tag</c>: The page about the client by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? ClientUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary><c>logo_uri</c>: The logo (RFC 7591 section 2).</summary>
    public string? LogoUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>logo_uri#tag</c>: The logo by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? LogoUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary><c>policy_uri</c>: How the client uses personal data (RFC 7591 section 2).</summary>
    public string? PolicyUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>policy_uri#tag</c>: The policy page by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? PolicyUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary><c>tos_uri</c>: The terms of service (RFC 7591 section 2).</summary>
    public string? TosUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>tos_uri#tag</c>: The terms of service by BCP 47 language tag (RFC 7591 section 2.2).</summary>
    public IReadOnlyDictionary<string, string>? TosUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>contacts</c>: How to reach the people responsible, usually e-mail addresses (RFC 7591 section 2). A set.
    /// </summary>
    public IReadOnlyList<string>? Contacts { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary><c>organization_name</c>: The organization that owns the client (OpenID Federation 1.0).</summary>
    public string? OrganizationName { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>software_id</c>: Identifies the software across its instances (RFC 7591 section 2).</summary>
    public string? SoftwareId { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary><c>software_version</c>: The version of <see cref="SoftwareId"/> (RFC 7591 section 2).</summary>
    public string? SoftwareVersion { get => Text(); init => (_values, _extensions) = With(value); }
}
