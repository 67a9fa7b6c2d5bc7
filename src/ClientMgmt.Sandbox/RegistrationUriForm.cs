namespace ClientMgmt.Sandbox;

/// <summary>The form of a registration client URI.</summary>
public enum RegistrationUriForm
{
    /// <summary>The endpoint, a slash and the id.</summary>
    Path,

    /// <summary>The same with a slash at the end.</summary>
    PathWithSlash,

    /// <summary>The endpoint with <c>?client_id=</c> and the id.</summary>
    Query,
}
