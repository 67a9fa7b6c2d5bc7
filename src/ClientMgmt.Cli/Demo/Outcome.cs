namespace ClientMgmt.Cli.Demo;

/// <summary>How a step ended.</summary>
internal enum Outcome
{
    /// <summary>Done, and reading back showed what was asked for.</summary>
    Done,

    /// <summary>The backend has no such operation, said so beforehand, and the call was refused without a request.</summary>
    NotSupported,

    /// <summary>Something differed from what was asked.</summary>
    Failed,
}
