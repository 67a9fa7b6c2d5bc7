namespace ClientMgmt.Cli.Demo;

/// <summary>How a step ended.</summary>
internal enum Outcome
{
    /// <summary>Done, and reading back showed what was asked for.</summary>
    Done,

    /// <summary>The backend has no such operation and said so beforehand; the call was refused, in a sandbox without a request.</summary>
    NotSupported,

    /// <summary>Not tried, because it needs or would touch what the demo does not have in hand.</summary>
    NotRun,

    /// <summary>Something differed from what was asked.</summary>
    Failed,
}
