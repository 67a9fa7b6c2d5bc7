namespace ClientMgmt.Cli.Configuration;

/// <summary>A setting that a provider needs.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Question">What it is, for people.</param>
/// <param name="Suggestion">What it is for most; null if that is not known.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record NeededSetting(string Name, string Question, string? Suggestion = null, bool IsOptional = false);
