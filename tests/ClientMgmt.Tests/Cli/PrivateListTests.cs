using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Options;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>A list that grows in a file is whole after each record, whatever happens to the file.</summary>
internal sealed class PrivateListTests : FolderFixture
{
    private string Path => System.IO.Path.Combine(Folder, "list.json");

    private IEnumerable<string?> Stored => PrivateList.Parse(File.ReadAllText(Path)).Select(n => n?.ToString());

    [Test]
    public void The_file_is_a_list_after_each_record()
    {
        var list = new PrivateList(Path, [JsonValue.Create("é")]);
        for (int i = 0; i < 3; i++)
        {
            list.Add(JsonValue.Create($"{i}\n"));
            Assert.That(JsonNode.Parse(File.ReadAllText(Path))!.AsArray(), Has.Count.EqualTo(i + 2));
        }

        Assert.That(Stored, Is.EqualTo(new[] { "é", "0\n", "1\n", "2\n" }));
    }

    [Test]
    public void A_record_is_added_without_writing_the_others_again()
    {
        var list = new PrivateList(Path, []);
        list.Add(JsonValue.Create("a"));
        File.WriteAllText(Path, File.ReadAllText(Path).Replace("a", "A"));

        list.Add(JsonValue.Create("b"));

        Assert.That(Stored, Is.EqualTo(new[] { "A", "b" }));
    }

    [Test]
    public void A_file_that_somebody_else_has_changed_is_written_as_a_whole()
    {
        var list = new PrivateList(Path, []);
        list.Add(JsonValue.Create("a"));
        File.AppendAllText(Path, "[");

        list.Add(JsonValue.Create("b"));

        Assert.That(Stored, Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void What_could_not_be_written_is_written_with_the_next()
    {
        var list = new PrivateList(Path, []);
        Directory.CreateDirectory(Path);
        list.Add(JsonValue.Create("a"));
        bool hasFailed = list.Failure is not null;
        Directory.Delete(Path);

        list.Add(JsonValue.Create("b"));

        Assert.That((hasFailed, list.Failure, Stored), Is.EqualTo((true, (Exception?)null, new[] { "a", "b" })));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("[\n  {\"a\":1},\n  oops\n]\n")]
    public void What_is_no_list_is_refused(string text) => Assert.That(() => PrivateList.Parse(text), Throws.InstanceOf<JsonException>());
}
