namespace ClientMgmt.Sandbox;

/// <summary>How a server refuses: one row for each <see cref="RegistrationMistake"/>.</summary>
/// <param name="Status">The HTTP status, 300 or more.</param>
/// <param name="Error">The member <c>error</c>: a code, or a phrase where a server has such. Without one the body is empty.</param>
/// <param name="Description">The member <c>error_description</c>: null, the default, for words of the sandbox's own; empty for none.</param>
public sealed record RegistrationRefusal(int Status, string? Error = null, string? Description = null)
{
    /// <summary>The form of the body. JSON by default.</summary>
    public RegistrationErrorBody Body { get; init; }

    /// <summary>The WWW-Authenticate header. None by default.</summary>
    public RegistrationChallenge Challenge { get; init; }

    /// <summary>The Location header, for a redirection to a login page. Null, the default, for none.</summary>
    public string? Location { get; init; }
}
