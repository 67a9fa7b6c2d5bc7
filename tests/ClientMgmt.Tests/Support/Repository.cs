using System.Reflection;

namespace ClientMgmt.Tests.Support;

/// <summary>Finds the files of the repository that tests read.</summary>
public static class Repository
{
    private static readonly string[] s_noSources = ["bin", "obj", "artifacts", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Release or Debug, as these tests were built.</summary>
    public static string Configuration { get; } = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static string ReadAllText(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>The files of a pattern, in ordinal order, by their paths below the root; without what a build or a test run wrote.</summary>
    public static IEnumerable<string> Files(string pattern) => Folders(Root).SelectMany(folder => Directory.EnumerateFiles(folder, pattern))
        .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder)
        .Where(f => Path.GetFileName(f) is var name && !name.StartsWith('.') && !s_noSources.Contains(name))
        .SelectMany(Folders).Prepend(folder);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ClientMgmt.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("No folder above the tests holds ClientMgmt.sln.");
    }
}
