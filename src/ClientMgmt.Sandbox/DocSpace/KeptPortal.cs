namespace ClientMgmt.Sandbox.DocSpace;

/// <summary>What is kept of a portal over restarts. The cache of reads, the budgets and the key of the signatures are not.</summary>
internal sealed record KeptPortal(
    string Name, long TenantId, long LastTime, IReadOnlyList<KeptClient> Clients, IReadOnlyList<Consent> Consents);
