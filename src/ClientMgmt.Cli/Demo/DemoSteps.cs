namespace ClientMgmt.Cli.Demo;

/// <summary>The demo: every operation, in the order in which it is done with every provider.</summary>
internal static class DemoSteps
{
    public static IReadOnlyList<DemoGroup> All { get; } =
    [
        new("Clients", ClientSteps.All),
        new("Secrets", SecretSteps.All),
        new("Grants of end users", GrantSteps.All),
        new("Scopes", ScopeSteps.All),
        new("Views for consent pages", InfoSteps.All),
        new("Deletion", DeletionSteps.All),
    ];
}
