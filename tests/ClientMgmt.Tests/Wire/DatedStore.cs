namespace ClientMgmt.Tests.Wire;

/// <summary>How exactly a store keeps dates.</summary>
public enum DatedStore
{
    /// <summary>As MariaDB under the server's driver.</summary>
    Seconds,

    /// <summary>As MySQL.</summary>
    Microseconds,

    /// <summary>To the nanosecond, and pages go by the id too.</summary>
    Hosted,
}
