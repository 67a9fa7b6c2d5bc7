namespace ClientMgmt.Manifests;

/// <summary>What a file of manifests may hold.</summary>
public sealed record ReaderOptions
{
    /// <summary>
    /// Whether a manifest must say by <c>client_id</c> or <c>client_name</c> which client it is about. Default:
    /// <see langword="true"/>; a program that knows the client needs just what is said of it.
    /// </summary>
    public bool RequireClient { get; init; } = true;

    /// <summary>
    /// Keys of a document that are skipped, whatever their values are, for example <c>$schema</c>; they are in
    /// <see cref="ClientManifest.IgnoredKeys"/>. By default there are none.
    /// </summary>
    public IReadOnlyCollection<string> IgnoredKeys { get; init; } = [];
}
