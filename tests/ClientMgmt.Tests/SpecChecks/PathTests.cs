namespace ClientMgmt.Tests.SpecChecks;

/// <summary>Parameters in a path are known by their place; only a new one is known by its name.</summary>
public sealed class PathTests
{
    private readonly CheckFolder _folder = new();

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("/api/gadgets/{id}/parts", "/api/gadgets/{gadget_id}/parts")]
    [TestCase("/api/gadgets/{id}/parts/{part}", "/api/gadgets/{gadget_id}/parts/{id}")]
    [TestCase("/api/gadgets/{id}:{part}", "/api/gadgets/{gadget_id}:{part_id}")]
    public void Another_name_is_no_difference(string ours, string theirs)
    {
        Write(ours, theirs);

        Assert.That(_folder.News(), Is.Empty);
    }

    // Each row: the paths, ours of the vendor's as told (by our names), and the new parameter.
    [TestCase("/api/gadgets/{id}", "/api/{tenant}/gadgets/{id}", "/api/{tenant}/gadgets/{id}", "tenant")]
    [TestCase("/api/gadgets/{id}", "/api/gadgets/{tenant}/{id}", "/api/gadgets/{tenant}/{id}", "tenant")]
    [TestCase("/api/gadgets/{id}", "/api/gadgets/{id}/{tenant}", "/api/gadgets/{id}/{tenant}", "tenant")]
    [TestCase("/api/gadgets/{id}", "/api/gadgets/{gadget_id}/{tenant}", "/api/gadgets/{id}/{tenant}", "tenant")]
    [TestCase("/api/gadgets/{id}", "/api/gadgets/{gadget_id}/of/{tenant}", "/api/gadgets/{id}/of/{tenant}", "tenant")]
    [TestCase("/api/gadgets/{id}", "/api/{id}/gadgets/{gadget_id}", "/api/{id}/gadgets/{id}", "id")]
    [TestCase("/api/gadgets/{id}/parts/{part}", "/api/gadgets/{id}/{tenant}/parts/{part}", "/api/gadgets/{id}/{tenant}/parts/{part}", "tenant")]
    [TestCase("/api/gadgets/{id}/parts/{part}", "/api/gadgets/{id}/parts/{tenant}/{part}", "/api/gadgets/{id}/parts/{tenant}/{part}", "tenant")]
    public void A_new_one_is_told_under_its_own_name(string ours, string theirs, string told, string name)
    {
        Write(ours, theirs);

        Assert.That(_folder.News(), Is.EqualTo(new[]
        {
            $"breaking path getPart: {ours} -> {told}",
            $"breaking parameter getPart path:{name}:  -> there",
        }));
    }

    [Test]
    public void One_that_is_gone_is_told_under_its_own_name()
    {
        Write("/api/gadgets/{id}/{tenant}/parts/{part}", "/api/gadgets/{id}/parts/{part}");

        Assert.That(_folder.News(), Is.EqualTo(new[]
        {
            "breaking path getPart: /api/gadgets/{id}/{tenant}/parts/{part} -> /api/gadgets/{id}/parts/{part}",
            "breaking parameter getPart path:tenant: there -> ",
        }));
    }

    // Documents of vendors have such mistakes; nobody can send it.
    [Test]
    public void One_without_a_place_in_the_path_is_not_breaking()
    {
        Write("/api/gadgets/{id}", "/api/gadgets/{id}", "tenant");

        Assert.That(_folder.Tasks(), Is.EqualTo(new[] { "follow getPart path:tenant: Users notice nothing: the path has no place for it." }));
    }

    private void Write(string ours, string theirs, params string[] more)
    {
        _folder.ChangeOurs("paths:\n", $"paths:\n{Operation(ours, "getPart\n      x-vendor-operation-id: part_get", Names(ours))}");
        _folder.ChangeVendor("paths:\n", $"paths:\n{Operation(theirs, "part_get", [.. Names(theirs), .. more])}");
    }

    private static string Operation(string path, string id, string[] names) => $"""
          {path}:
            get:
              operationId: {id}
              parameters: [{string.Join(", ", names.Select(n => $"{{ name: {n}, in: path, required: true, schema: {{ type: string }} }}"))}]
              responses:
                '200': {"{ description: The part. }"}

        """;

    private static string[] Names(string path) => [.. path.Split('{').Skip(1).Select(part => part.Split('}')[0])];
}
