namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>How much is measured.</summary>
internal sealed record Sizes
{
    /// <summary>As the issue and the README have it; about eight minutes.</summary>
    public static Sizes Full { get; } = new();

    /// <summary>The same with fewer rounds and smaller jobs; about two minutes.</summary>
    public static Sizes Quick { get; } = new()
    {
        CallRounds = 9,
        JobRounds = 1,
        ShortRounds = 5,
        Listed = 2_000,
        Gets = 500,
        Starts = 3,
        Lists = [1, 10, 100, 1_000, 5_000],
        BulkPerMinute = 120,
        BulkClients = 140,
    };

    /// <summary>Once each, to see that it works.</summary>
    public static Sizes Tiny { get; } = new()
    {
        WarmUps = 1,
        Pause = TimeSpan.Zero,
        CallRounds = 1,
        Calls = 100,
        JobRounds = 1,
        ShortRounds = 1,
        Listed = 250,
        Remembered = 150,
        Gets = 70,
        Starts = 1,
        Lists = [1, 150],
        AtOnce = [1, 2],
        Providers = [1, 2],
        BulkPerMinute = 60,
        BulkClients = 61,
        IsCleanBuildMeasured = false,
        IsPublishedMeasured = false,
    };

    /// <summary>How often the calls of a benchmark are made before they count.</summary>
    public int WarmUps { get; init; } = 20;

    /// <summary>Time for the runtime, which compiles a method again, in the background, after it has seen some calls.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(150);

    public int CallRounds { get; init; } = 51;

    public int Calls { get; init; } = 200;

    public int JobRounds { get; init; } = 3;

    /// <summary>The same for jobs of less than a second.</summary>
    public int ShortRounds { get; init; } = 21;

    /// <summary>How many clients a list has.</summary>
    public int Listed { get; init; } = 10_000;

    /// <summary>How many clients the shorter of two lists has; enough for all pages that are read ahead.</summary>
    public int Remembered { get; init; } = 1_500;

    /// <summary>How many clients are read one by one.</summary>
    public int Gets { get; init; } = 2_000;

    /// <summary>How often each process is started.</summary>
    public int Starts { get; init; } = 9;

    /// <summary>The lengths of lists to compare.</summary>
    public IReadOnlyList<int> Lists { get; init; } = [1, 10, 100, 1_000, 10_000, 100_000];

    /// <summary>The numbers of calls at once to compare.</summary>
    public IReadOnlyList<int> AtOnce { get; init; } = [1, 4, 16, 64, 256];

    /// <summary>The numbers of configured providers to compare.</summary>
    public IReadOnlyList<int> Providers { get; init; } = [1, 5, 20, 50];

    /// <summary>What a sandbox takes of each method in a minute; that many it takes at once.</summary>
    public int BulkPerMinute { get; init; } = 600;

    public int BulkClients { get; init; } = 1_000;

    public bool IsCleanBuildMeasured { get; init; } = true;

    /// <summary>Whether programs are also measured as they are published, which takes a minute to make.</summary>
    public bool IsPublishedMeasured { get; init; } = true;
}
