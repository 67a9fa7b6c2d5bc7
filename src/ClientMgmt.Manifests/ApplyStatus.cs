namespace ClientMgmt.Manifests;

/// <summary>What became of one client.</summary>
public enum ApplyStatus
{
    /// <summary>It is as planned.</summary>
    Done,

    /// <summary>It is not, or not wholly; the message says why.</summary>
    Failed,

    /// <summary>Somebody else has changed it since the plan was made; it was left as it is.</summary>
    Conflict,

    /// <summary>A request was sent and no answer says whether the change was made. Make a new plan to see.</summary>
    Unknown,

    /// <summary>It was not begun, because another one had failed or the work was cancelled.</summary>
    Skipped,
}
