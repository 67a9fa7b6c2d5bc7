namespace SpecCheck;

/// <summary>What the program tells a pipeline.</summary>
internal static class ExitCode
{
    public const int NothingNew = 0;
    public const int Unusable = 1;
    public const int Differences = 2;
}
