namespace ClientMgmt.Sandbox.State;

/// <summary>
/// A file that is replaced as a whole, and belongs to one sandbox at a time: a second file beside it is locked, and gone at the end.
/// The system lets go of the lock when the process ends, however it ends.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // EAGAIN of Linux and of macOS, and what Windows has for sharing.
    private static readonly int[] s_inUse = [11, 35, unchecked((int)0x80070020)];

    private readonly string _target;
    private readonly FileStream _lock;

    /// <exception cref="ArgumentException">It is in use, or its folder takes no files.</exception>
    public StateFile(string path)
    {
        Path = path;
        try
        {
            // Of a link with a relative path, .NET does not find a relative target.
            var there = new FileInfo(System.IO.Path.GetFullPath(path));
            _target = there.LinkTarget is null ? there.FullName : there.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            _lock = new FileStream(_target + ".lock", Options(FileMode.OpenOrCreate, FileOptions.DeleteOnClose));
        }
        catch (IOException exception) when (s_inUse.Contains(exception.HResult))
        {
            throw Refused("is in use by another sandbox: stop that one, or name another file", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused($"cannot be kept there: {exception.Message}", exception);
        }
    }

    public string Path { get; }

    /// <summary>What is in it; null if it is not there.</summary>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    public byte[]? Read()
    {
        try
        {
            return Directory.Exists(_target) ? throw new IOException("It is a folder.") : File.Exists(_target) ? File.ReadAllBytes(_target) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused($"cannot be read: {exception.Message}", exception);
        }
    }

    /// <exception cref="IOException">It cannot be written. What was in it is still there.</exception>
    public void Write(byte[] content)
    {
        string beside = $"{_target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(beside, Options(FileMode.CreateNew)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, _target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(beside);
            throw new IOException($"The state file '{Path}' cannot be written: {exception.Message}", exception);
        }
    }

    public ArgumentException Refused(string reason, Exception? inner = null) => new($"The state file '{Path}' {reason.TrimEnd('.')}.", inner);

    public void Dispose() => _lock.Dispose();

    private static FileStreamOptions Options(FileMode mode, FileOptions options = FileOptions.None)
    {
        var all = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = options };
        if (!OperatingSystem.IsWindows())
            all.UnixCreateMode = OwnerOnly;
        return all;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays, and nobody reads it.
        }
    }
}
