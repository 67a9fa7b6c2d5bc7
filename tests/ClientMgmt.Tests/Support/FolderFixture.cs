namespace ClientMgmt.Tests.Support;

/// <summary>A fixture with a temporary folder for each of its tests.</summary>
internal abstract class FolderFixture
{
    private TemporaryFolder _folder = null!;

    protected string Folder => _folder.Path;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();
}
