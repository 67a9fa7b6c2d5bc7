// The tool has the same file.
extern alias manifests;

using System.Net.Sockets;
using ClientMgmt.Tests.Support;
using FileKind = manifests::ClientMgmt.Manifests.FileKind;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What is at a path decides whether it is replaced or written to.</summary>
[Platform(Exclude = "Win")]
internal sealed class FileKindTests : FolderFixture
{
    [Test]
    public async Task A_file_is_regular_and_has_an_owner_however_long_its_name_is([Values(1, 250)] int length)
    {
        string path = Path.Combine(Folder, new string('x', length));
        await File.WriteAllTextAsync(path, "content");

        Assert.That((FileKind.Find(path)?.IsRegular, FileKind.Find(path)?.Owner is null), Is.EqualTo(((bool?)true, false)));
    }

    [Test]
    public void A_device_keeps_nothing_of_what_is_written_to_it() => Assert.That(FileKind.Find("/dev/null")?.IsRegular, Is.False);

    [Test]
    public void A_socket_keeps_nothing_either()
    {
        string path = Path.Combine(Folder, "socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));

        Assert.That(FileKind.Find(path)?.IsRegular, Is.False);
    }

    [Test]
    public void Where_nothing_is_there_is_no_kind() => Assert.That(FileKind.Find(Path.Combine(Folder, "none")), Is.Null);

    [Test]
    public void A_folder_cannot_be_written() => Assert.That(() => FileKind.Find(Folder), Throws.TypeOf<IOException>());
}
