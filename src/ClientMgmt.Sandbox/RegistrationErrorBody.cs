namespace ClientMgmt.Sandbox;

/// <summary>The body of a refusal.</summary>
public enum RegistrationErrorBody
{
    /// <summary>JSON with <c>error</c>, and <c>error_description</c> if there is a description.</summary>
    Json,

    /// <summary>None.</summary>
    Empty,

    /// <summary>The description alone, as plain text.</summary>
    Text,

    /// <summary>A page of HTML.</summary>
    Html,
}
