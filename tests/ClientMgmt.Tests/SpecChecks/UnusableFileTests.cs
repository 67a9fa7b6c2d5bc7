namespace ClientMgmt.Tests.SpecChecks;

/// <summary>A file that cannot be used ends with exit status 1, the line and what to do.</summary>
public sealed class UnusableFileTests
{
    private readonly CheckFolder _folder = new();

    private static IEnumerable<TestCaseData> Files =>
    [
        Of("An empty file", "", "vendor.yaml:1: the file is empty."),
        Of("No OpenAPI", "title: Notes\n", "vendor.yaml:1: this is no OpenAPI document"),
        Of("Swagger", "swagger: '2.0'\n", "vendor.yaml:1: this is OpenAPI 2.0 (Swagger); 3.0 and 3.1 are read. Convert it first."),
        Of("A version of the future", "openapi: 4.0.0\n", "vendor.yaml:1: this is OpenAPI 4.0.0; 3.0 and 3.1 are read."),
        Of("No paths", "openapi: 3.0.3\ninfo: {}\n", "vendor.yaml:1: there is no 'paths'."),
        Of("Another API", "openapi: 3.0.3\npaths:\n  /weather: { get: { responses: {} } }\n", "vendor.yaml:3: no operation of "),
        Of("Broken YAML", "openapi: 3.0.3\npaths: [\n", "vendor.yaml:3: this is not valid YAML or JSON"),
        Of("A list that does not end", "openapi: 3.0.3\nservers: [\npaths: {}\n", "vendor.yaml:2: this is not valid YAML or JSON"),
        Of("Broken JSON", "{ \"openapi\": \"3.0.3\",\n  \"paths\": { \"/x\" } }}", "vendor.yaml:2: this is not valid YAML or JSON"),
        Of("A list", "- openapi\n", "vendor.yaml:1: the document must be a mapping."),
        Of("A key twice", "openapi: 3.0.3\npaths: {}\npaths: {}\n", "vendor.yaml:3: the key 'paths' is there twice, first in line 2."),
        Of("Two documents", "openapi: 3.0.3\n---\nopenapi: 3.0.3\n", "vendor.yaml:2: a second document begins here"),
        Of("A merge key", "openapi: 3.0.3\nx: &x { a: b }\npaths:\n  <<: *x\n", "vendor.yaml:4: merge keys (<<) are not read"),
        Of("An alias without an anchor", "openapi: 3.0.3\npaths: *none\n", "vendor.yaml:2: there is no complete value with the anchor 'none'"),
        Of("An alias of itself", "openapi: 3.0.3\npaths: &all\n  /x: *all\n", "vendor.yaml:3: there is no complete value with the anchor 'all'"),
        Of("Deep nesting", $"openapi: 3.0.3\npaths: {new string('[', 100_000)}", "vendor.yaml:2: nested deeper than 200 levels."),
        Change("A reference to another file", "$ref: '#/components/schemas/part'", "$ref: 'parts.yaml#/part'", "leads out of the file. Bundle"),
        Change("A reference to nothing", "$ref: '#/components/schemas/part'", "$ref: '#/components/schemas/parts'", "leads to nothing."),
        Change("A reference to itself", "    part:\n      type: object", "    part:\n      $ref: '#/components/schemas/part'\n      type: object", "leads to itself."),
        Change("A schema that is a part of itself", "    part:\n", "    part:\n      allOf: [{ $ref: '#/components/schemas/part' }]\n", "is a part of itself."),
        Change("A list where a mapping belongs", "      properties:\n        name:", "      properties:\n        - name:", "/components/schemas/part/properties must be a mapping."),
        Change("Schemas in schemas without end", "    part:\n      type: object\n      properties:\n", Chain(200), "more than 100 schemas are nested in each other."),
        Change("A parameter without a name", "{ name: limit, in", "{ in", "a parameter has no name."),
    ];

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCaseSource(nameof(Files))]
    public void It_is_refused_with_its_line(string text, string expected)
    {
        _folder.Write("vendor.yaml", text);

        (int code, string output, string error) = _folder.Run();

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(error, Does.Match(@"^vendor\.yaml:\d+: ").And.Contain(expected));
    }

    [Test]
    public void A_file_that_is_not_there_is_refused()
    {
        (int code, _, string error) = _folder.Run("--output", "json");
        Assert.That(code, Is.Zero, error);

        _folder.Remove("vendor.yaml");

        Assert.That(_folder.Run(), Is.EqualTo((1, "", "vendor.yaml: there is no such file.\n")));
    }

    [Test]
    public void A_folder_is_refused() =>
        Assert.That(_folder.RunOnFolder(), Is.EqualTo((1, "", "specs: this is a folder; name the file in it.\n")));

    [Test]
    public void A_file_without_a_name_is_refused() =>
        Assert.That(_folder.RunOn(""), Is.EqualTo((1, "", "the file: its name is empty.\n")));

    [TestCase("--output", "xml")]
    [TestCase("--wrong")]
    public void Wrong_usage_is_refused(params string[] options) => Assert.That(_folder.Run(options).Code, Is.EqualTo(1));

    // Thirty levels of nine aliases each would be more facts than memory.
    [Test]
    public void Aliases_cannot_make_it_endless()
    {
        IEnumerable<string> levels = Enumerable.Range(1, 30).Select(i =>
            $"    s{i}: &s{i} {{ type: object, properties: {{ {string.Join(", ", Enumerable.Range(0, 9).Select(p => $"p{p}: *s{i - 1}"))} }} }}\n");
        _folder.ChangeVendor("    part:\n", $"    s0: &s0 {{ type: string }}\n{string.Concat(levels)}    part:\n");
        _folder.Write("vendor.yaml", CheckFolder.Replace(_folder.Vendor, "        name:\n          type: string", "        name: *s30"));

        Assert.That(_folder.Run().Code, Is.Not.Zero);
    }

    private static TestCaseData Of(string name, string text, string expected) => new TestCaseData(text, expected).SetArgDisplayNames(name);

    private static string Chain(int length) => string.Concat(Enumerable.Range(0, length)
        .Select(i => $"    s{i}: {{ type: object, properties: {{ next: {{ $ref: '#/components/schemas/s{i + 1}' }} }} }}\n")
        .Append($"    s{length}: {{ type: string }}\n")
        .Append("    part:\n      type: object\n      properties:\n        chain: { $ref: '#/components/schemas/s0' }\n"));

    private static TestCaseData Change(string name, string from, string to, string expected) =>
        Of(name, CheckFolder.Replace(Documents.Vendor, from, to), expected);
}
