using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What has to be done so that the clients of a provider are what manifests say.</summary>
public sealed class ManifestPlan
{
    /// <summary>
    /// Makes a plan out of its parts, as a test or a fake does; <see cref="CreateAsync"/> compares manifests with a provider.
    /// </summary>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="changes">What becomes of each client. The list is copied.</param>
    /// <param name="problems">Why the plan cannot be applied; by default it can. The list is copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> or <paramref name="changes"/> is null.</exception>
    public ManifestPlan(string provider, IEnumerable<ClientChange> changes, IEnumerable<ManifestProblem>? problems = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(changes);
        (Provider, Changes, Problems) = (provider, [.. changes], [.. problems ?? []]);
    }

    /// <summary>The name of the provider.</summary>
    public string Provider { get; }

    /// <summary>
    /// What becomes of each client; in a plan that <see cref="CreateAsync"/> made, in the order of the manifests, deletions
    /// last and by name and id.
    /// </summary>
    public IReadOnlyList<ClientChange> Changes { get; }

    /// <summary>Why the plan cannot be applied; empty if it can.</summary>
    public IReadOnlyList<ManifestProblem> Problems { get; }

    /// <summary>
    /// Where the provider is, in words of the program that made the plan, which can compare them before it applies a saved one. Default:
    /// <see langword="null"/>.
    /// </summary>
    public string? Origin { get; init; }

    /// <summary>
    /// What is probably not meant and is done all the same; in a plan that <see cref="CreateAsync"/> made,
    /// <see cref="ManifestValidation.Warnings"/> of the manifests. Default: nothing.
    /// </summary>
    public IReadOnlyList<ManifestProblem> Warnings { get; init; } = [];

    /// <summary>Whether there is anything to do.</summary>
    public bool HasChanges => Changes.Any(c => c.Kind != ChangeKind.Unchanged);

    /// <summary>How many clients something becomes of.</summary>
    /// <param name="kind">What.</param>
    public int Count(ChangeKind kind) => Changes.Count(c => c.Kind == kind);

    /// <summary>Makes a plan. Nothing is changed.</summary>
    /// <remarks>
    /// A manifest with <c>client_id</c> is about the client of this id, which must be there. One without is about the client
    /// of the same <c>client_name</c>, which must be the only one on the provider and in the manifests; if there is none, it
    /// will be created. If one manifest needs that, or clients may be deleted, all clients are listed.
    /// May throw what <see cref="IClientManagement.ListAsync"/> and <see cref="IClientManagement.GetAsync"/> throw.
    /// </remarks>
    /// <param name="clients">The provider.</param>
    /// <param name="manifests">What the clients are to be.</param>
    /// <param name="options">What the plan may hold.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <exception cref="ArgumentNullException"><paramref name="clients"/> or <paramref name="manifests"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the options is too small.</exception>
    public static Task<ManifestPlan> CreateAsync(
        IClientManagement clients,
        IReadOnlyList<ClientManifest> manifests,
        PlanOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(manifests);
        return new Planner(clients, manifests, options ?? new PlanOptions()).PlanAsync(cancellationToken);
    }

    /// <summary>
    /// Does what the plan says: what is to be created and changed first, what is to be deleted last. Applying the same plan
    /// again writes nothing but what is missing.
    /// </summary>
    /// <remarks>
    /// Before a client is changed or deleted it is read; if what the plan found has been changed by somebody else since, that
    /// client is left as it is and reported as <see cref="ApplyStatus.Conflict"/>. A failure of one client is in its result and
    /// is not thrown; nor is the cancellation: what was not begun is <see cref="ApplyStatus.Skipped"/>. If clients are to be
    /// created, all are listed first, to see whether their names are still free; that may throw what
    /// <see cref="IClientManagement.ListAsync"/> throws, and nothing was done then.
    /// </remarks>
    /// <param name="clients">The provider that the plan was made for.</param>
    /// <param name="options">How to do it.</param>
    /// <param name="cancellationToken">Begins nothing more and ends the requests under way.</param>
    /// <returns>What became of each client that there was something to do for, in the order of <see cref="Changes"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clients"/> is null.</exception>
    /// <exception cref="ArgumentException">It is another provider.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the options is too small.</exception>
    /// <exception cref="ManifestException">The plan has <see cref="Problems"/>; nothing was done.</exception>
    /// <exception cref="ResultCallbackException{TResult}"><see cref="ApplyOptions.OnResult"/> has failed; the results are in the exception.</exception>
    public Task<IReadOnlyList<ApplyResult>> ApplyAsync(
        IClientManagement clients, ApplyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clients);
        if (clients.Provider != Provider)
        {
            throw new ArgumentException($"The plan is for the provider '{Provider}', not '{clients.Provider}'.", nameof(clients));
        }

        return Problems.Count == 0
            ? new Applier(clients, this, options ?? new ApplyOptions()).ApplyAsync(cancellationToken)
            : throw new ManifestException(Problems);
    }

    /// <summary>
    /// Writes the plan so that <see cref="LoadAsync"/> can read it: what was reviewed is what is applied. It holds no secrets, but the values
    /// of the clients.
    /// </summary>
    /// <param name="output">Where to. It is left open.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    /// <exception cref="ManifestException">The plan has <see cref="Problems"/>, and cannot be applied.</exception>
    public async Task SaveAsync(Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Problems.Count > 0)
        {
            throw new ManifestException(Problems);
        }

        await output.WriteAsync(SavedPlan.Write(this), cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads a plan that <see cref="SaveAsync"/> wrote. Clients that were changed since it was made are conflicts when it is applied, as
    /// with any plan. <see cref="Warnings"/> and the places of the manifests are not in it.
    /// </summary>
    /// <param name="input">Where from. It is left open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="input"/> is null.</exception>
    /// <exception cref="InvalidDataException">It is no such plan, is not as it was saved, or is of another version of the format.</exception>
    public static async Task<ManifestPlan> LoadAsync(Stream input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var buffer = new MemoryStream();
        await input.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return SavedPlan.Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    /// <summary>
    /// Writes the plan as a JSON object: <c>provider</c>, <c>summary</c> with a number for each kind, <c>changes</c>,
    /// <c>problems</c> and <c>warnings</c>. It holds no secrets.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PlanJson.Write(writer, this);
    }
}
