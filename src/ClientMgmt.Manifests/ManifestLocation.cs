namespace ClientMgmt.Manifests;

/// <summary>A place in a manifest file.</summary>
/// <param name="File">The file as it was named, or what stands for a stream.</param>
/// <param name="Line">The line; the first is 1.</param>
/// <param name="Column">The column, in UTF-16 characters; the first is 1.</param>
public sealed record ManifestLocation(string File, int Line, int Column)
{
    /// <summary>The place as compilers write it: <c>file:line:column</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}");
}
