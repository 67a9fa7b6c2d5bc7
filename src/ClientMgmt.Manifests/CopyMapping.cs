namespace ClientMgmt.Manifests;

/// <summary>Which client is the copy of which.</summary>
/// <param name="SourceProvider">The name of the provider it was copied from.</param>
/// <param name="SourceId">The id there.</param>
/// <param name="TargetProvider">The name of the provider it was copied to.</param>
/// <param name="TargetId">The id there.</param>
/// <param name="Secret">The secret that the target issued; <see langword="null"/> where it is not known.</param>
public sealed record CopyMapping(
    string SourceProvider, string SourceId, string TargetProvider, string TargetId, Secret? Secret = null);
