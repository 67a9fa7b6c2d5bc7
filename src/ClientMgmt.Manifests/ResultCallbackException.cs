namespace ClientMgmt.Manifests;

/// <summary>
/// The application's own callback for results has failed. Nothing was begun after that; what was done until then is in
/// <see cref="Results"/>, with the secrets that were issued.
/// </summary>
/// <typeparam name="TResult"><see cref="ApplyResult"/> or <see cref="CopyResult"/>.</typeparam>
public sealed class ResultCallbackException<TResult> : Exception
{
    internal ResultCallbackException(IReadOnlyList<TResult> results, Exception inner)
        : base("OnResult has failed, so nothing more was begun. Results holds what was done until then.", inner) =>
        Results = results;

    /// <summary>A result for each client, also for those that were not begun.</summary>
    public IReadOnlyList<TResult> Results { get; }
}
