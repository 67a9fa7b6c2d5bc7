namespace ClientMgmt.Cli.Errors;

/// <summary>What the tool tells scripts by its exit code.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int Pending = 2;

    public const int Usage = 3;

    public const int Credentials = 4;

    public const int NotFound = 5;

    public const int Partly = 6;

    public const int Unknown = 7;

    public const int Cancelled = 130;

    /// <summary>Every code with its meaning, for <c>--help</c> and README.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done, or nothing to change"),
        (Failed, "failed"),
        (Pending, "changes are pending (plan, copy --dry-run)"),
        (Usage, "wrong usage or configuration"),
        (Credentials, "credentials are missing or refused"),
        (NotFound, "not found"),
        (Partly, "partly done"),
        (Unknown, "not known whether the change was made"),
        (Cancelled, "cancelled"),
    ];
}
