namespace ClientMgmt;

// What people see of a client, and where to find its owner.
public sealed partial record ClientMetadata
{
    /// <summary>
    /// <c>client_name</c>: The name that end users see. Stored by Authlete, DocSpace and dynamic registration. RFC 7591
    /// section 2.
    /// </summary>
    public string? ClientName { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>client_name#tag</c>: The name in further languages, by BCP 47 language tag such as ja. Stored by Authlete and
    /// dynamic registration. RFC 7591 section 2.2.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ClientNames { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>description</c>: A text that says what the client is for. Not a standard name. Stored by Authlete and
    /// DocSpace.
    /// </summary>
    public string? Description { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>description#tag</c>: The description in further languages, by BCP 47 language tag. Not a standard name. Stored
    /// by Authlete.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Descriptions { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>client_uri</c>: The address of a page about the client. Stored by Authlete, DocSpace (only at creation) and
    /// dynamic registration. RFC 7591 section 2.
    /// </summary>
    public string? ClientUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>client_uri#tag</c>: The page about the client in further languages, by BCP 47 language tag. Stored by Authlete
    /// and dynamic registration. RFC 7591 section 2.2.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ClientUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>logo_uri</c>: The address of the logo that end users see; on DocSpace, a <c>data:</c> URI with the image itself.
    /// Stored by Authlete, DocSpace and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public string? LogoUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>logo_uri#tag</c>: The logo for further languages, by BCP 47 language tag. Stored by Authlete and dynamic
    /// registration. RFC 7591 section 2.2.
    /// </summary>
    public IReadOnlyDictionary<string, string>? LogoUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>policy_uri</c>: The address of the page that says how the client uses personal data. Stored by Authlete,
    /// DocSpace (only at creation) and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public string? PolicyUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>policy_uri#tag</c>: The page about personal data in further languages, by BCP 47 language tag. Stored by
    /// Authlete and dynamic registration. RFC 7591 section 2.2.
    /// </summary>
    public IReadOnlyDictionary<string, string>? PolicyUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tos_uri</c>: The address of the terms of service. Stored by Authlete, DocSpace (only at creation) and dynamic
    /// registration. RFC 7591 section 2.
    /// </summary>
    public string? TosUri { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>tos_uri#tag</c>: The terms of service in further languages, by BCP 47 language tag. Stored by Authlete and
    /// dynamic registration. RFC 7591 section 2.2.
    /// </summary>
    public IReadOnlyDictionary<string, string>? TosUris { get => Tagged(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>contacts</c>: How to reach the people who are responsible for the client, usually by e-mail addresses. The
    /// order does not matter. Stored by Authlete and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public IReadOnlyList<string>? Contacts { get => List(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>organization_name</c>: The name of the organization that owns the client. Stored by Authlete v2 and dynamic
    /// registration. OpenID Federation 1.0.
    /// </summary>
    public string? OrganizationName { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>software_id</c>: Identifies the software; all its installations have the same value, though each is a client
    /// of its own. Stored by Authlete and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public string? SoftwareId { get => Text(); init => (_values, _extensions) = With(value); }

    /// <summary>
    /// <c>software_version</c>: The version of the software that <see cref="SoftwareId"/> identifies. Stored by Authlete
    /// and dynamic registration. RFC 7591 section 2.
    /// </summary>
    public string? SoftwareVersion { get => Text(); init => (_values, _extensions) = With(value); }
}
