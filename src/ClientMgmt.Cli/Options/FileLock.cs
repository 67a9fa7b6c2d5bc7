using System.Security.Cryptography;
using System.Text;
using ClientMgmt.DynamicRegistration;

namespace ClientMgmt.Cli.Options;

/// <summary>Keeps a file to one process at a time, by another file beside it that the system lets go of when the process ends.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly string _path;
    private readonly FileStream _file;

    private FileLock(string path, FileStream file) => (_path, _file) = (path, file);

    /// <param name="path">The file.</param>
    /// <param name="onWait">Called once if somebody else has it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">It cannot be kept.</exception>
    public static async Task<FileLock> TakeAsync(string path, Action onWait, TimeProvider time, CancellationToken cancellationToken)
    {
        for (bool isFirst = true; ; isFirst = false)
        {
            if (TryTake(path) is { } own)
            {
                return own;
            }

            if (isFirst)
            {
                onWait();
            }

            await Task.Delay(s_pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        // As long as it is held, nobody else can take it for a new one.
        if (!OperatingSystem.IsWindows())
        {
            PrivateFile.TryDelete(_path);
        }

        _file.Dispose();
        if (OperatingSystem.IsWindows())
        {
            PrivateFile.TryDelete(_path);
        }
    }

    private static FileLock? TryTake(string path)
    {
        try
        {
            return TryOpen(path + ".lock");
        }
        catch (UnauthorizedAccessException)
        {
            // In a folder that takes no new files, the file may be written all the same.
            string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..32];
            return TryOpen(Path.Combine(Path.GetTempPath(), $"{Program.Name}-{name}.lock"));
        }
    }

    private static FileLock? TryOpen(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            file.SetLength(Random.Shared.NextInt64(1, int.MaxValue));
            if (new FileInfo(path) is { Exists: true } there && there.Length == file.Length)
            {
                return new FileLock(path, file);
            }

            // Whoever had it has removed it in between, and somebody else may have made it anew.
            file.Dispose();
            return null;
        }
        catch (IOException e) when (FilesInUse.IsSo(e))
        {
            file?.Dispose();
            return null;
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }
}
