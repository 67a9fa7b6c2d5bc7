namespace ClientMgmt.Manifests;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it, and says whether it is to be kept.</param>
    /// <exception cref="IOException">The file cannot be written; the message names it and says why.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task<bool>> write)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            await WriteAsync(path, temporary, write).ConfigureAwait(false);
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            throw FileErrors.NotWritten(path, e);
        }
    }

    private static async Task WriteAsync(string path, string temporary, Func<Stream, Task<bool>> write)
    {
        try
        {
            bool isKept;
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                isKept = await write(stream).ConfigureAwait(false);
            }

            if (isKept)
            {
                File.Move(temporary, path, overwrite: true);
            }
        }
        finally
        {
            // It is gone if it was kept, and was never there if its folder is not.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }
}
