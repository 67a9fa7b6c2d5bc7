namespace ClientMgmt.Cli.Demo;

/// <summary>Steps that the table shows together. Later steps build on what earlier ones left.</summary>
internal sealed record DemoGroup(string Title, IReadOnlyList<DemoStep> Steps);
