namespace ClientMgmt.Manifests;

/// <summary>What becomes of a client.</summary>
public enum ChangeKind
{
    /// <summary>It is what the manifest says.</summary>
    Unchanged,

    /// <summary>It is not there and will be created.</summary>
    Create,

    /// <summary>It is there and will be changed.</summary>
    Change,

    /// <summary>No manifest is about it, and it will be deleted.</summary>
    Delete,
}
