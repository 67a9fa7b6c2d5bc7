namespace ClientMgmt.Manifests;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it, and says whether it is to be kept.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task<bool>> write)
    {
        string temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{path} cannot be written: there is no folder {folder}.");
        }

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
            // It is gone if it was kept.
            File.Delete(temporary);
        }
    }
}
