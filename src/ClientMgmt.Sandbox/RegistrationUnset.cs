namespace ClientMgmt.Sandbox;

/// <summary>How the lists of a client that are not set are shown.</summary>
public enum RegistrationUnset
{
    /// <summary>Not at all.</summary>
    Absent,

    /// <summary>As null.</summary>
    Null,

    /// <summary>As <c>[]</c>.</summary>
    EmptyList,
}
