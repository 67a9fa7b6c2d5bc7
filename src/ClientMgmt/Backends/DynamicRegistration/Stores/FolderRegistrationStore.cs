using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientMgmt.JsonText;
using ClientMgmt.Wire;

namespace ClientMgmt.DynamicRegistration;

/// <summary>
/// Keeps registrations in files that only their owner can read: a folder for each server, a file for each client. A file is written
/// beside the old one, flushed to the disk and put in its place, so that a crash leaves the old one or the new one; what a process
/// had written when it ended, the next one puts in place.
/// </summary>
/// <param name="folder">The folder; it is made when it is first written to.</param>
/// <param name="time">The clock.</param>
internal sealed class FolderRegistrationStore(string folder, TimeProvider time) : IRegistrationStore
{
    private const string Extension = ".json";
    private const string Unfinished = ".new";
    private const string LockFolder = "locks";

    // Locks are shared by the clients whose names begin alike, so that no more than 256 such files are ever there.
    private const int LockNameLength = 2;

    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    // Two seconds in all: whoever has a file for longer is no reader of the library's.
    private const int MostTries = 100;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    private readonly KeyedLock _users = new();

    public async ValueTask<ClientRegistration?> FindAsync(string server, string clientId, CancellationToken cancellationToken = default) =>
        await ReadAsync(PathOf(server, clientId), cancellationToken).ConfigureAwait(false) is { } file && file.ClientId == clientId
            ? file.ToRegistration()
            : null;

    public async ValueTask<IReadOnlyList<RegistrationEntry>> ListAsync(string server, CancellationToken cancellationToken = default)
    {
        var entries = new List<RegistrationEntry>();
        string place = FolderOf(server);
        string[] paths = Directory.Exists(place) ? Directory.GetFiles(place) : [];
        foreach (string path in paths.Where(p => p.EndsWith(Extension, StringComparison.Ordinal)))
        {
            try
            {
                if (await ReadAsync(path, cancellationToken).ConfigureAwait(false) is { } file)
                {
                    entries.Add(new RegistrationEntry(file.ClientId, file.SavedAt, file.ChangeBegunAt));
                }
            }
            catch (InvalidDataException) when (OwnerOf(path) is { } clientId)
            {
                // Whoever needs its key is told that it cannot be read.
                entries.Add(new RegistrationEntry(clientId, new DateTimeOffset(File.GetLastWriteTimeUtc(path))));
            }
        }

        // A new client that a process had just registered when it ended. Whoever uses it then puts the file in place.
        foreach (string path in paths.Where(p => p.EndsWith(Extension + Unfinished, StringComparison.Ordinal) && !paths.Contains(p[..^Unfinished.Length])))
        {
            if (await TryReadAsync(path, cancellationToken).ConfigureAwait(false) is { } file && entries.All(e => e.ClientId != file.ClientId))
            {
                entries.Add(new RegistrationEntry(file.ClientId, file.SavedAt, file.ChangeBegunAt));
            }
        }

        return [.. entries.OrderBy(e => e.ClientId, StringComparer.Ordinal)];
    }

    public async ValueTask SaveAsync(string server, ClientRegistration registration, CancellationToken cancellationToken = default)
    {
        string path = PathOf(server, registration.ClientId);
        Create(folder, FolderOf(server));
        byte[] text = JsonSerializer.SerializeToUtf8Bytes(RegistrationFile.Of(server, registration), RegistrationFile.Format);
        for (int tries = 1; ; tries++)
        {
            try
            {
                await WriteAsync(path, text, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (IOException e) when (tries < MostTries && FilesInUse.IsSo(e))
            {
                // Whoever lists reads the new file as well, which takes an instant.
                await Task.Delay(s_pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public ValueTask RemoveAsync(string server, string clientId, CancellationToken cancellationToken = default)
    {
        string path = PathOf(server, clientId);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return default;
    }

    public async ValueTask<IAsyncDisposable> LockAsync(string server, string clientId, CancellationToken cancellationToken = default)
    {
        string locks = Path.Combine(FolderOf(server), LockFolder);
        Create(folder, FolderOf(server), locks);
        string path = Path.Combine(locks, NameOf(clientId)[..LockNameLength]);
        IDisposable own = await _users.EnterAsync(path, cancellationToken).ConfigureAwait(false);
        var held = new Held(own);
        try
        {
            while (true)
            {
                // The system lets go of it when the process ends, however it does.
                if (TryOpen(path) is { } file)
                {
                    held = new Held(file, own);
                    await RecoverAsync(PathOf(server, clientId), cancellationToken).ConfigureAwait(false);
                    return held;
                }

                await Task.Delay(s_pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            await held.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask WriteAsync(string path, byte[] text, CancellationToken cancellationToken)
    {
        string beside = path + Unfinished;
        FileStream stream = Open(beside, FileMode.Create);
        try
        {
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(text, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (FileNotFoundException) when (File.Exists(path))
        {
            // Somebody who found the new client in a list was faster to put it in place.
        }
        catch
        {
            TryDelete(beside);
            throw;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The caller has to hear what failed before.
        }
    }

    // Whoever saves a client has it to itself. So this was left by a process that ended meanwhile, and if it is whole, it is newer,
    // and may be the only place where the key is.
    private static async ValueTask RecoverAsync(string path, CancellationToken cancellationToken)
    {
        string left = path + Unfinished;
        if (!File.Exists(left))
        {
            return;
        }

        try
        {
            if (await ReadAsync(left, cancellationToken).ConfigureAwait(false) is not null)
            {
                File.Move(left, path, overwrite: true);
            }
        }
        catch (FileNotFoundException) when (File.Exists(path))
        {
            // A new client is saved without a lock. Whoever registers it was faster to put it in place.
        }
        catch (IOException e) when (FilesInUse.IsSo(e))
        {
            // Whoever registers it is still writing it.
        }
        catch (InvalidDataException)
        {
            File.Delete(left);
        }
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return Open(path, FileMode.OpenOrCreate);
        }
        catch (IOException e) when (FilesInUse.IsSo(e))
        {
            return null;
        }
    }

    private static async ValueTask<RegistrationFile?> TryReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Somebody writes it just now.
            return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async ValueTask<RegistrationFile?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            // Windows lets nobody replace a file that is read, unless the reader allows it.
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
            await using (stream.ConfigureAwait(false))
            {
                return await JsonSerializer.DeserializeAsync<RegistrationFile>(stream, RegistrationFile.Format, cancellationToken)
                    .ConfigureAwait(false) is { IsWhole: true } file ? file : throw new JsonException();
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            // Not the exception of the parser, which may show a part of the key.
            throw new InvalidDataException($"The registration in {path} cannot be read: the file is damaged. Restore it, or remove it and store the key anew.");
        }
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, options);
    }

    // Whose registration a damaged file was; null if it no longer says so.
    private static string? OwnerOf(string path) =>
        WireValues.Text(WireJson.Salvage(File.ReadAllBytes(path)).Member(ClientInformation.ClientId)) is { } clientId
        && Path.GetFileName(path) == NameOf(clientId) + Extension
            ? clientId
            : null;

    // One by one, because .NET gives the mode to the last one alone. A folder that is there stays as it is.
    private static void Create(params ReadOnlySpan<string> paths)
    {
        foreach (string path in paths)
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnFolder);
            }
        }
    }

    // Ids are the server's and may hold anything, and file systems differ in what they tell apart.
    private static string NameOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];

    private string FolderOf(string server) => Path.Combine(folder, NameOf(server));

    private string PathOf(string server, string clientId) => Path.Combine(FolderOf(server), NameOf(clientId) + Extension);
}
