namespace ClientMgmt.Options;

/// <summary>A setting that could not be read from the configuration.</summary>
/// <param name="Provider">The provider that it concerns; null if all.</param>
/// <param name="Key">The whole key.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record BindingError(string? Provider, string Key, string Problem)
{
    public override string ToString() => $"{Key} {Problem}";
}
