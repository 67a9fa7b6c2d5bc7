namespace ClientMgmt.Tests.Support;

/// <summary>A new folder outside the repository. It is deleted in the end with all that is in it; a test may have deleted it before.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("clientmgmt-").FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
