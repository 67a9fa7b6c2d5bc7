namespace ClientMgmt.Sandbox;

/// <summary>What a DocSpace installation stores its clients in.</summary>
public enum DocSpaceStorage
{
    /// <summary>MySQL: columns of 255, date-only cursors, an omitted description stays.</summary>
    SelfHosted,

    /// <summary>The hosted product: two-part cursors, client limits, an omitted description goes.</summary>
    Saas,
}
