using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>New files that nobody but their owner can read, not even for a moment (mode 0600).</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    /// <summary>Makes a folder for such files, unless it is there.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Removes a file that was begun, if that is possible.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            // It stays, as it was never whole.
        }
    }

    /// <summary>Makes a file of a length beside another, and takes it away again.</summary>
    public static void Try(string path, int length)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using FileStream stream = Open(temporary);
            stream.Write(new byte[length]);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
