namespace ClientMgmt.Manifests;

/// <summary>
/// A file that is written as a whole: what was there stays until all is written. A link is followed, and a file that is there keeps
/// its mode and its owner. What cannot be replaced, such as a device, a pipe or a file that is mounted by itself, is written to.
/// </summary>
internal sealed class WholeFile : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _target = "";
    private readonly bool _mayReplace;
    private readonly UnixFileMode? _mode;
    private readonly FileStream? _there;
    private readonly string? _beside;
    private readonly bool _isMovable;

    /// <summary>What is open already, such as standard output.</summary>
    public WholeFile(Stream direct) => (Content, IsDirect) = (direct, true);

    private WholeFile(string target, bool isPrivate, bool mayReplace, int room)
    {
        FileKind? kind = FileKind.Find(target);
        (_target, _mayReplace, string beside) = (target, mayReplace, $"{target}.{Guid.NewGuid():N}.tmp");
        try
        {
            // Opened now, so that it shows now whether it may be written.
            _there = kind is null ? null : OpenThere(target);
            _mode = OperatingSystem.IsWindows() ? null : ModeOf(target, isPrivate, kind is not null);
            Content = Create(beside, _mode, room, canFail: kind is not null);
            _beside = Content is FileStream ? beside : null;
            _isMovable = _beside is not null && (kind?.Owner is not { } owner || FileKind.Find(beside)?.Owner == owner);
            if (isPrivate && kind is not null && !_isMovable)
            {
                EnsureCanBePrivate(target);
            }
        }
        catch
        {
            Content?.Dispose();
            _there?.Dispose();
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Where the content is written.</summary>
    public Stream Content { get; }

    /// <summary>Whether the content leaves as it is written, so that none of it can be taken back.</summary>
    public bool IsDirect { get; }

    /// <summary>Makes sure that the file can be written, before anything depends on it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isPrivate">Whether nobody but its owner may read it (mode 0600), not even for a moment.</param>
    /// <param name="mayReplace">Whether it may be there already.</param>
    /// <param name="room">What the disk is to keep free for it, in bytes.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static WholeFile Open(string path, bool isPrivate = false, bool mayReplace = true, int room = 0)
    {
        if (FileTarget.TryGetOpen(path) is { } open)
        {
            return new WholeFile(open);
        }

        string target = FileTarget.Follow(path);
        return FileKind.Find(target) is { IsRegular: false }
            ? new WholeFile(OpenThere(target))
            : new WholeFile(target, isPrivate, mayReplace, room);
    }

    /// <summary>The same; a pipe is open when somebody reads it, and that is waited for.</summary>
    public static async Task<WholeFile> OpenAsync(
        string path, bool isPrivate = false, bool mayReplace = true, int room = 0, CancellationToken cancellationToken = default)
    {
        if (FileTarget.IsKept(path) || FileTarget.Follow(path) is not { } target || !File.Exists(target))
        {
            return Open(path, isPrivate, mayReplace, room);
        }

        // Opening cannot be interrupted, only left.
        return await Task.Run(() => Open(path), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts the content in its place. Until then, nothing has changed there, unless it is written directly: then there may be more.
    /// </summary>
    /// <exception cref="IOException">That is not possible.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Put()
    {
        Content.Flush();
        if (IsDirect)
        {
            // .NET writes a file at a place that it keeps to itself; whoever has the file too goes on behind what was written.
            _ = (Content as FileStream)?.SafeFileHandle;
            return;
        }

        if (TryMove())
        {
            return;
        }

        if (_mode is { } mode && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_target, mode);
        }

        Content.Position = 0;
        Content.CopyTo(_there!);
        _there!.SetLength(_there.Position);
        _there.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        Content.Dispose();
        _there?.Dispose();
        if (_beside is not null)
        {
            File.Delete(_beside);
        }
    }

    private static FileStream OpenThere(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static Stream Create(string path, UnixFileMode? mode, int room, bool canFail)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            PreallocationSize = room,
        };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            var content = new FileStream(path, options);
            if (mode is { } wanted && wanted != OwnerOnly && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(content.SafeFileHandle, wanted);
            }

            return content;
        }
        catch (UnauthorizedAccessException) when (canFail)
        {
            // A folder may take no new files, and the file that is there may be written all the same.
            return new MemoryStream();
        }
    }

    // Null for a new file that anybody may read: then it is what the system makes of it.
    private static UnixFileMode? ModeOf(string target, bool isPrivate, bool isThere) =>
        !isThere ? isPrivate ? OwnerOnly : null
        : OperatingSystem.IsWindows() ? null
        : isPrivate ? File.GetUnixFileMode(target) & OwnerOnly
        : File.GetUnixFileMode(target);

    // Only the owner of a file can change its mode, so that this changes nothing and tells who can.
    private static void EnsureCanBePrivate(string path)
    {
        if (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & ~OwnerOnly) == UnixFileMode.None)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException("others can read it, and only its owner can change that.", e);
        }
    }

    private bool TryMove()
    {
        if (!_isMovable)
        {
            return false;
        }

        try
        {
            File.Move(_beside!, _target, overwrite: _there is not null || _mayReplace);
            return true;
        }
        catch (Exception e) when (_there is not null && FileErrors.IsOne(e))
        {
            // It may be mounted by itself, or in a folder in which only its owner can replace it.
            return false;
        }
    }
}
