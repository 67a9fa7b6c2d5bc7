using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Makes changes whose answers get lost, and compares what the library says of each with what is stored.</summary>
internal sealed class CommitThenResetRun(TestHost host)
{
    public int Creates { get; private set; }

    public int Rotations { get; private set; }

    /// <summary>In place of rotations, where secrets are not rotated.</summary>
    public int Updates { get; private set; }

    public int Deletes { get; private set; }

    /// <summary>Changes that reached the server more than once, or took effect other than once.</summary>
    public List<string> Duplicates { get; } = [];

    /// <summary>Results that are not what is stored.</summary>
    public List<string> WrongSuccesses { get; } = [];

    /// <summary>Errors that do not say that the outcome is unknown, of which client, and deletions that were not settled.</summary>
    public List<string> UnlabelledFailures { get; } = [];

    /// <summary>What the provider lacks of this; null if nothing.</summary>
    public string? Lack => Updates == 0
        ? null
        : $"{host.Case}: {Updates} updates instead of rotations, and whoever gets no answer to a creation gets no key to the client";

    /// <summary>One of each on a client of its own, each on a connection that was used before.</summary>
    public async Task StepAsync(SandboxFault fault)
    {
        await host.Clients.ListAsync().CountAsync();
        string id = await CreateAsync(fault);
        await host.Clients.GetAsync(id);
        await (host.Clients.Capabilities.Supports(ClientOperation.RotateSecret) ? RotateAsync(fault, id) : UpdateAsync(fault, id));
        await host.Clients.GetAsync(id);
        await DeleteAsync(fault, id);
    }

    private async Task<string> CreateAsync(SandboxFault fault)
    {
        Creates++;
        OAuthClient? created = null;
        Exception? error = await BreakAsync(fault, async () => created = await host.CreateAsync());
        IReadOnlyList<string> ids = host.ClientIds();
        string what = $"create, {fault.Send}, {fault.Then}: {error?.Message}";
        Check(Duplicates, ids.Count == 1 && host.Writes.Count() == 1, what);
        Check(WrongSuccesses, created is null || (created.ClientId == ids[0] && IsStored(ids[0], created.ClientSecret)), what);
        Check(UnlabelledFailures, error is null || IsLabelled(error, ClientOperation.Create, null), what);
        if (created is not null || !host.Case.LosesUnansweredCreations)
        {
            return ids[0];
        }

        host.Sandbox.DynamicRegistration.RemoveClient(ids[0]);
        return (await host.CreateAsync()).ClientId;
    }

    private async Task RotateAsync(SandboxFault fault, string id)
    {
        Rotations++;
        Secret? secret = null;
        string before = host.StoredSecret(id);
        Exception? error = await BreakAsync(fault, async () => secret = await host.Clients.RotateSecretAsync(id));
        string what = $"rotate, {fault.Send}, {fault.Then}: {error?.Message}";
        Check(Duplicates, host.StoredSecret(id) != before && host.Writes.Count() == 1, what);
        Check(WrongSuccesses, secret is null || IsStored(id, secret), what);
        Check(UnlabelledFailures, error is null || IsLabelled(error, ClientOperation.RotateSecret, id), what);
    }

    private async Task UpdateAsync(SandboxFault fault, string id)
    {
        Updates++;
        OAuthClient? updated = null;
        string name = $"Update {Updates}";
        Exception? error = await BreakAsync(fault, async () => updated = await host.Clients.UpdateAsync(id, c => c with { ClientName = name }));
        string what = $"update, {fault.Send}, {fault.Then}: {error?.Message}";
        Check(Duplicates, $"{host.Stored(id)["client_name"]}" == name && host.Writes.Count() == 1, what);
        Check(WrongSuccesses, error is not null || updated!.Metadata.ClientName == name, what);
        Check(UnlabelledFailures, error is null, what);
    }

    private async Task DeleteAsync(SandboxFault fault, string id)
    {
        Deletes++;
        Exception? error = await BreakAsync(fault, () => host.Clients.DeleteAsync(id));
        string what = $"delete, {fault.Send}, {fault.Then}: {error?.Message}";
        Check(Duplicates, host.Writes.Count() == 1, what);
        Check(WrongSuccesses, error is not null || host.ClientIds().Count == 0, what);
        Check(UnlabelledFailures, error is null, what);
    }

    private async Task<Exception?> BreakAsync(SandboxFault fault, Func<Task> change)
    {
        host.Sandbox.ClearRequests();
        host.Sandbox.Faults.Add(fault with { When = TestHost.IsWrite });
        try
        {
            await change();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private bool IsStored(string id, Secret? secret) => secret?.Reveal() == host.StoredSecret(id);

    private static bool IsLabelled(Exception error, ClientOperation operation, string? id) =>
        error is OutcomeUnknownException { Error: { Attempts: 1 } e } && Leaks.IsOwn(error)
        && e.Operation == operation && e.ClientId == id && e.Summary.Contains("unknown", StringComparison.Ordinal);

    private static void Check(List<string> problems, bool isFine, string what)
    {
        if (!isFine)
        {
            problems.Add(what);
        }
    }
}
