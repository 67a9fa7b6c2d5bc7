using ClientMgmt.Tests.Support;

namespace ClientMgmt.Benchmarks.Jobs;

internal static class FileTree
{
    private static readonly string[] s_outputs = ["bin", "Debug", "Release"];

    /// <summary>Copies the files beside the solution, and the folders that are named.</summary>
    public static void CopyCheckout(IEnumerable<string> folders, string to)
    {
        foreach (string path in Directory.EnumerateFiles(Repository.Root).Select(p => Path.GetFileName(p)).Concat(folders))
        {
            Copy(Path.Combine(Repository.Root, path), Path.Combine(to, path));
        }
    }

    /// <summary>Copies a file, or a folder without what builds put there. The times of the files stay.</summary>
    public static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return;
        }

        Directory.CreateDirectory(to);
        foreach (string path in Directory.EnumerateFileSystemEntries(from).Where(p => !s_outputs.Contains(Path.GetFileName(p))))
        {
            Copy(path, Path.Combine(to, Path.GetFileName(path)));
        }
    }

    public static void DeleteAllBut(string folder, string ending)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(ending, StringComparison.Ordinal)))
        {
            File.Delete(file);
        }
    }
}
