using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What has to be done so that clients of one provider are at another one too.</summary>
public sealed class CopyPlan
{
    private readonly CopyOptions _options;

    /// <summary>
    /// Makes a plan out of its parts, as a test or a fake does; <see cref="CreateAsync"/> compares two providers.
    /// </summary>
    /// <param name="source">The name of the provider to copy from.</param>
    /// <param name="target">The name of the provider to copy to.</param>
    /// <param name="items">What becomes of each client. The list is copied.</param>
    /// <param name="options">How the plan is run; of the options, those that say what to copy have no meaning any more.</param>
    /// <exception cref="ArgumentNullException">A parameter other than <paramref name="options"/> is null.</exception>
    public CopyPlan(string source, string target, IEnumerable<CopyItem> items, CopyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(items);
        (Source, Target, Items, _options) = (source, target, [.. items], options ?? new CopyOptions());
    }

    /// <summary>The name of the provider to copy from.</summary>
    public string Source { get; }

    /// <summary>The name of the provider to copy to.</summary>
    public string Target { get; }

    /// <summary>How the source compares ids.</summary>
    internal StringComparer SourceIdComparer { get; init; } = StringComparer.Ordinal;

    /// <summary>What becomes of each client; in a plan that <see cref="CreateAsync"/> made, by name and then id.</summary>
    public IReadOnlyList<CopyItem> Items { get; }

    /// <summary>Why clients cannot be copied; empty if all can.</summary>
    public IEnumerable<ManifestProblem> Problems => Items.SelectMany(i => i.Problems);

    /// <summary>Finds out what is to be copied, and what the target cannot hold. Nothing is changed.</summary>
    /// <remarks>
    /// The standard properties are carried over as far as the target can store them, and whether the client may be used.
    /// Vendor properties are carried over if both backends are of one vendor and the target can set them; else those that are
    /// set are losses. What only the server sets (ids, secrets, times) is not carried over and is no loss. Without
    /// <see cref="CopyOptions.AllowLoss"/>, a loss is a problem.
    /// May throw what <see cref="IClientManagement.ListAsync"/> and <see cref="IClientManagement.GetAsync"/> throw.
    /// </remarks>
    /// <param name="source">The provider to copy from.</param>
    /// <param name="target">The provider to copy to.</param>
    /// <param name="options">Which clients, and how; by default all.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <exception cref="ArgumentNullException"><paramref name="source"/> or <paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">Both are the same provider.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in the options is too small.</exception>
    /// <exception cref="ClientNotFoundException">The source has no client of an id in the options, and nobody is called for that.</exception>
    public static Task<CopyPlan> CreateAsync(
        IClientManagement source,
        IClientManagement target,
        CopyOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return source.Provider == target.Provider
            ? throw new ArgumentException($"'{source.Provider}' cannot be copied to itself.", nameof(target))
            : new CopyPlanner(source, target, options ?? new CopyOptions()).PlanAsync(cancellationToken);
    }

    /// <summary>
    /// Copies the clients. A client that is there already is skipped, so that a copy that was cut off is completed by making a
    /// new plan and running it. Before the first is created, <see cref="CopyOptions.Known"/> and the target are looked at again:
    /// what another copy has made since the plan is skipped, and a client whose name somebody else has given to one is a conflict. A client without a name can be found again by a known mapping only: one that the target created
    /// just before the program ended, so that nobody knows its id, is created again.
    /// </summary>
    /// <remarks>A failure of one client is in its result and is not thrown; nor is the cancellation.</remarks>
    /// <param name="target">The provider to copy to.</param>
    /// <param name="cancellationToken">Begins nothing more and ends the requests under way.</param>
    /// <returns>What became of each client, in the order of <see cref="Items"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">It is another provider.</exception>
    /// <exception cref="ManifestException">
    /// There are <see cref="Problems"/>, and not <see cref="CopyOptions.ContinueOnError"/>; nothing was done.
    /// </exception>
    /// <exception cref="ResultCallbackException{TResult}"><see cref="CopyOptions.OnResult"/> has failed; the results are in the exception.</exception>
    public Task<IReadOnlyList<CopyResult>> RunAsync(IClientManagement target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target.Provider != Target)
        {
            throw new ArgumentException($"The plan is for the provider '{Target}', not '{target.Provider}'.", nameof(target));
        }

        return _options.ContinueOnError || !Problems.Any()
            ? new Copier(target, this, _options).RunAsync(cancellationToken)
            : throw new ManifestException([.. Problems]);
    }

    /// <summary>
    /// Writes the plan as a JSON object: <c>source</c>, <c>target</c> and <c>clients</c> with their <c>losses</c> and
    /// <c>problems</c>. It holds no secrets.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CopyJson.Write(writer, this);
    }
}
