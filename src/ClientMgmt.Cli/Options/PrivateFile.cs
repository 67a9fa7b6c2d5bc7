using System.Text;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Manifests;

namespace ClientMgmt.Cli.Options;

/// <summary>Files that nobody but their owner can read, not even for a moment (mode 0600).</summary>
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

    /// <summary>Replaces a file as a whole; if that fails, it stays as it was.</summary>
    public static void Replace(string path, string text)
    {
        string temporary = Temporary(path);
        try
        {
            using (FileStream stream = Open(temporary))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Makes sure that the file could be written, before anything issues a secret.</summary>
    /// <exception cref="UsageException">It could not.</exception>
    public static void Probe(string option, string shown, string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new IOException("it is a folder.");
            }

            Try(path);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw new UsageException($"{option}: {shown} cannot be written: {FileErrors.Reason(e)}", e);
        }
    }

    /// <summary>The same for a file that must not be there yet, unless it may be replaced.</summary>
    /// <exception cref="UsageException">It is there, or could not be written.</exception>
    public static void ProbeNew(string option, string shown, string path, bool replace)
    {
        if (!replace && Path.Exists(path))
        {
            throw new UsageException($"{option}: {shown} is there already; choose another file, or replace it with --force.");
        }

        Probe(option, shown, path);
    }

    /// <summary>Makes a file of a length beside another, and takes it away again.</summary>
    public static void Try(string path, int length = 0)
    {
        string temporary = Temporary(path);
        try
        {
            using FileStream stream = Open(temporary);
            stream.Write(new byte[length]);
            stream.Flush(flushToDisk: length > 0);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static string Temporary(string path) => $"{path}.{Guid.NewGuid():N}.tmp";
}
