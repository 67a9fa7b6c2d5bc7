namespace Mutations;

/// <summary>What is changed, and what is not run.</summary>
internal static class Scope
{
    /// <summary>Folders and files whose code is changed, each with the name under which it is reported.</summary>
    public static readonly (string Name, string Path)[] Parts =
    [
        ("mapping", "src/ClientMgmt/Mapping/"),
        ("paging", "src/ClientMgmt/Management/ReadAhead.cs"),
        ("paging", "src/ClientMgmt/Backends/Authlete/AuthleteWindow.cs"),
        ("paging", "src/ClientMgmt/Backends/Authlete/AuthleteWindows.cs"),
        ("paging", "src/ClientMgmt/Backends/Authlete/AuthleteAdapter.Lists.cs"),
        ("paging", "src/ClientMgmt/Backends/DocSpace/Cursor.cs"),
        ("paging", "src/ClientMgmt/Backends/DocSpace/DocSpacePage.cs"),
        ("paging", "src/ClientMgmt/Backends/DocSpace/DocSpacePages.cs"),
        ("paging", "src/ClientMgmt/Backends/DocSpace/DocSpaceAdapter.Lists.cs"),
        ("resilience", "src/ClientMgmt/Http/"),
        ("resilience", "src/ClientMgmt/Wire/"),
        ("registration", "src/ClientMgmt/Registration/"),
        ("manifests", "src/ClientMgmt.Manifests/"),
    ];

    /// <summary>
    /// Tests that start processes, that measure time or memory, that look at the sources or their documentation, or that write to devices (with a mistake in
    /// the code and the rights for it, they replace the machine's), by the beginning of their names.
    /// </summary>
    public static readonly string[] LeftOut =
    [
        "Build.", "Canaries.", "Cli.Completion", "Cli.ConfiguredDemo", "Cli.EndedProcess", "Cli.Memory", "Cli.OutputFile",
        "Cli.RegistrationStore", "Cli.SharedMapping", "Cli.StoppedBeforeSending", "Cli.Stream", "Conventions.", "Model.StoredBy", "Packages.", "Readme.",
        "RealServers.", "Reliability.Cancellation", "Reliability.CommitThenReset", "Reliability.HostileInput", "Reliability.Mutation",
        "Reliability.Race", "Reliability.Soak", "Reliability.SocketFault", "Sandbox.", "Schemas.", "SpecChecks.", "Specs.",
    ];

    /// <summary>The longest that a test may take, without a mutant.</summary>
    public static readonly TimeSpan LongestTest = TimeSpan.FromMilliseconds(400);

    /// <summary>For how long tests are run against one mutant, by what they took without one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public static string? PartOf(string file) => Parts.FirstOrDefault(p => file.StartsWith(p.Path, StringComparison.Ordinal)).Name;
}
