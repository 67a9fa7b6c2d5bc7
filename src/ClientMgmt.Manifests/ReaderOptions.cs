using System.Collections.Immutable;

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
    /// The variables that texts may name, as in <c>https://${HOST}/cb</c>; a name is made of letters, digits and <c>_</c>. A variable
    /// is always a part of a text, whatever its value is, and one that is not there is an error. <c>$${</c> stands for <c>${</c>. Null
    /// leaves texts as they stand. By default there are no variables.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Keys of a document that are skipped, whatever their values are, for example <c>x-owner</c>; they are in
    /// <see cref="ClientManifest.IgnoredKeys"/>. By default there are none.
    /// </summary>
    public IReadOnlyCollection<string> IgnoredKeys { get; init; } = [];

    /// <summary>
    /// Names of files, without a folder, that are skipped where a folder is read, because they are no manifests, whatever their
    /// endings say. By default there are none.
    /// </summary>
    public IReadOnlyCollection<string> IgnoredFiles { get; init; } = [];
}
