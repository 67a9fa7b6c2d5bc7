using System.Formats.Tar;

namespace ClientMgmt.Manifests;

/// <summary>What is at a path already.</summary>
/// <param name="IsRegular">Whether it keeps what is written to it, and is not a device, a pipe or a socket.</param>
/// <param name="Owner">The user and the group that it belongs to; null where that is not known.</param>
internal sealed record FileKind(bool IsRegular, (int User, int Group)? Owner = null)
{
    private const int HeaderLength = 512;

    /// <summary>Null if nothing is there.</summary>
    /// <exception cref="IOException">It is a folder.</exception>
    public static FileKind? Find(string path) => Directory.Exists(path) ? throw new IOException("it is a folder.")
        : !File.Exists(path) ? null
        : OperatingSystem.IsWindows() ? new FileKind(IsRegular: true)
        : Describe(path);

    // Of all of .NET, only the writer of archives asks the system for the kind and the owner of a file. Of the archive, no more is
    // kept than its header.
    private static FileKind Describe(string path)
    {
        var header = new MemoryStream(new byte[HeaderLength]);
        try
        {
            using var writer = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true);
            writer.WriteEntry(path, "x");
        }
        catch (NotSupportedException)
        {
            // The content has no place in it.
        }
        catch (UnauthorizedAccessException)
        {
            // Only what is read for its content can be kept from being read.
            return new FileKind(IsRegular: true);
        }
        catch (IOException)
        {
            // An archive takes no sockets.
            return new FileKind(IsRegular: false);
        }

        header.Position = 0;
        using var reader = new TarReader(header);
        TarEntry entry = reader.GetNextEntry()!;
        return new FileKind(entry.EntryType == TarEntryType.RegularFile, (entry.Uid, entry.Gid));
    }
}
