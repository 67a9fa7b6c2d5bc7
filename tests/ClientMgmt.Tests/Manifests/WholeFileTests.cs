// The tool has the same files.
extern alias manifests;

using System.Runtime.Versioning;
using System.Text;
using ClientMgmt.Tests.Support;
using FileTarget = manifests::ClientMgmt.Manifests.FileTarget;
using WholeFile = manifests::ClientMgmt.Manifests.WholeFile;

namespace ClientMgmt.Tests.Manifests;

/// <summary>A file is there as a whole or not at all, and keeps what its owner gave it.</summary>
[Platform(Exclude = "Win")]
[UnsupportedOSPlatform("windows")]
internal sealed class WholeFileTests : FolderFixture
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string FilePath => Path.Combine(Folder, "clients.yaml");

    [Test]
    public void A_new_file_is_there_when_it_is_put_and_not_before()
    {
        using WholeFile file = WholeFile.Open(FilePath);
        Write(file, "new");
        bool isThere = File.Exists(FilePath);
        file.Put();

        Assert.That((isThere, File.ReadAllText(FilePath)), Is.EqualTo((false, "new")));
    }

    [Test]
    public void What_is_not_put_leaves_nothing()
    {
        using (WholeFile file = WholeFile.Open(FilePath))
        {
            Write(file, "new");
        }

        Assert.That(Directory.GetFiles(Folder), Is.Empty);
    }

    [Test]
    public void What_is_put_leaves_nothing_beside_it()
    {
        Put("new");

        Assert.That(Directory.GetFiles(Folder), Is.EqualTo(new[] { FilePath }));
    }

    [Test]
    public void A_file_that_is_there_stays_until_the_new_one_is_put()
    {
        File.WriteAllText(FilePath, "what was there");
        using WholeFile file = WholeFile.Open(FilePath);
        Write(file, "new");
        string before = File.ReadAllText(FilePath);
        file.Put();

        Assert.That((before, File.ReadAllText(FilePath)), Is.EqualTo(("what was there", "new")));
    }

    [TestCase(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead)]
    [TestCase(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)]
    public void A_file_keeps_its_mode(UnixFileMode mode)
    {
        File.WriteAllText(FilePath, "");
        File.SetUnixFileMode(FilePath, mode);

        Put("new");

        Assert.That(File.GetUnixFileMode(FilePath), Is.EqualTo(mode));
    }

    [Test]
    public void A_new_file_is_what_the_system_makes_of_it()
    {
        string usual = Path.Combine(Folder, "usual");
        File.WriteAllText(usual, "");

        Put("new");

        Assert.That(File.GetUnixFileMode(FilePath), Is.EqualTo(File.GetUnixFileMode(usual)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_private_file_is_for_its_owner_alone_from_then_on(bool isThere)
    {
        if (isThere)
        {
            File.WriteAllText(FilePath, "");
            File.SetUnixFileMode(FilePath, Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        Put("secret", isPrivate: true);

        Assert.That(File.GetUnixFileMode(FilePath), Is.EqualTo(Private));
    }

    [Test]
    public void A_private_file_is_never_readable_for_others_on_its_way()
    {
        using WholeFile file = WholeFile.Open(FilePath, isPrivate: true);

        Assert.That(File.GetUnixFileMode(Directory.GetFiles(Folder).Single()), Is.EqualTo(Private));
    }

    [Test]
    public void A_link_stays_and_leads_to_the_new_content()
    {
        string target = Path.Combine(Folder, "target");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(FilePath, target);

        Put("new");

        Assert.That((new FileInfo(FilePath).LinkTarget, File.ReadAllText(target)), Is.EqualTo((target, "new")));
    }

    [Test]
    public void A_link_to_what_is_not_there_yet_is_followed()
    {
        string target = Path.Combine(Folder, "target");
        File.CreateSymbolicLink(FilePath, target);

        Put("new");

        Assert.That(File.ReadAllText(target), Is.EqualTo("new"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_file_that_appears_meanwhile_is_replaced_only_if_that_is_allowed(bool mayReplace)
    {
        using WholeFile file = WholeFile.Open(FilePath, mayReplace: mayReplace);
        Write(file, "new");
        File.WriteAllText(FilePath, "of somebody else");

        Assert.That(file.Put, mayReplace ? Throws.Nothing : Throws.InstanceOf<IOException>());
        Assert.That(File.ReadAllText(FilePath), Is.EqualTo(mayReplace ? "new" : "of somebody else"));
    }

    [Test]
    public void A_file_that_was_there_is_replaced_in_any_case()
    {
        File.WriteAllText(FilePath, "old");

        Put("new", mayReplace: false);

        Assert.That(File.ReadAllText(FilePath), Is.EqualTo("new"));
    }

    [Test]
    public void A_folder_is_refused_before_anything_is_made() =>
        Assert.That(() => WholeFile.Open(Folder), Throws.TypeOf<IOException>().With.Message.EqualTo("it is a folder."));

    [Test]
    public void Others_may_read_what_is_written_while_it_is()
    {
        using WholeFile file = WholeFile.Open(FilePath);
        Write(file, "half");
        file.Content.Flush();

        using FileStream reader = new(Directory.GetFiles(Folder).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Assert.That(new StreamReader(reader).ReadToEnd(), Is.EqualTo("half"));
    }

    [TestCase("/dev/stdout", true)]
    [TestCase("/dev/fd/1", true)]
    [TestCase("/proc/self/fd/1", true)]
    [TestCase("/dev/stderr", false)]
    [TestCase("/dev/fd/11", false)]
    [TestCase("/dev/fd/1x", false)]
    [TestCase("x/dev/fd/1", false)]
    public void Standard_output_has_several_names(string path, bool isOutput) => Assert.That(FileTarget.IsOutput(path), Is.EqualTo(isOutput));

    [TestCase("/dev/stderr")]
    [TestCase("/dev/fd/0")]
    [TestCase("/dev/null")]
    [TestCase("/nowhere/at/all")]
    public void Neither_what_is_open_nor_a_device_is_replaced(string path) => Assert.That(FileTarget.IsKept(path), Is.False);

    [Test]
    public void A_regular_file_is_replaced()
    {
        File.WriteAllText(FilePath, "");

        Assert.That(FileTarget.IsKept(FilePath), Is.True);
    }

    [Test]
    public void What_is_open_already_is_written_directly_and_not_closed_by_putting_it()
    {
        var open = new MemoryStream();
        using var file = new WholeFile(open);
        Write(file, "new");
        file.Put();

        Assert.That((file.IsDirect, Encoding.UTF8.GetString(open.ToArray())), Is.EqualTo((true, "new")));
    }

    private void Put(string text, bool isPrivate = false, bool mayReplace = true)
    {
        using WholeFile file = WholeFile.Open(FilePath, isPrivate, mayReplace);
        Write(file, text);
        file.Put();
    }

    private static void Write(WholeFile file, string text) => file.Content.Write(Encoding.UTF8.GetBytes(text));
}
