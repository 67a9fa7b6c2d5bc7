using SpecCheck.Matching;
using SpecCheck.Reading;

namespace SpecCheck.Facts;

/// <summary>Lists what a document says about operations.</summary>
internal sealed class OperationFacts
{
    /// <summary>The member of a request or success that stands for what is in it.</summary>
    public const string BodyMember = "body";

    private const string Json = "application/json";

    private readonly SpecFile _file;
    private readonly FactList _facts = new();
    private readonly SchemaFacts _schemas;

    private OperationFacts(SpecFile file)
    {
        _file = file;
        _schemas = new SchemaFacts(file, _facts);
    }

    /// <summary>Reads operations, each under the names that ours has for it and for the parameters of its path.</summary>
    public static FactList Read(SpecFile file, IEnumerable<(Operation Ours, Operation Operation)> operations)
    {
        var reader = new OperationFacts(file);
        foreach ((Operation ours, Operation operation) in operations)
        {
            reader.Read(new Subject(ours.Id, "", ours.Id, ours.Id, Direction.None), operation, PathTemplate.Match(ours.Path, operation.Path));
        }

        return reader._facts;
    }

    /// <summary>Lists operations as such, without looking into them.</summary>
    public static FactList List(IEnumerable<Operation> operations)
    {
        var facts = new FactList();
        foreach (Operation operation in operations)
        {
            facts.Add(new Subject(operation.Title, "", operation.Title, operation.Title, Direction.None), FactName.Operation, null, operation.Node);
        }

        return facts;
    }

    private void Read(Subject subject, Operation operation, IReadOnlyDictionary<string, string> namesInPath)
    {
        _facts.Add(subject, FactName.Operation, null, operation.Node);
        _facts.Add(subject, FactName.Method, operation.Method, operation.Node);
        _facts.Add(subject, FactName.Path, PathTemplate.Rename(operation.Path, namesInPath), operation.Node.Parent!);
        _facts.Add(subject, FactName.Deprecated, operation.Node.IsTrue("deprecated"), operation.Node["deprecated"] ?? operation.Node);
        if (operation.VendorId is { } id)
        {
            _facts.Add(subject, FactName.Id, id.AsText(), id);
        }

        _facts.Add(subject, FactName.Security, SecurityText.Of(_file, operation.Node), operation.Node["security"] ?? operation.Node);
        foreach (MapNode parameter in operation.Parameters)
        {
            ReadParameter(subject with { Direction = Direction.Request }, operation, parameter, namesInPath);
        }

        if (operation.Node["requestBody"] is { } request)
        {
            MapNode body = _file.Follow(request).AsMap();
            Subject child = (subject with { Direction = Direction.Request }).Child("request", $"{subject.Label} request");
            _facts.Add(child, FactName.Request, null, body);
            _facts.Add(child, FactName.Required, body.IsTrue("required"), body["required"] ?? body);
            ReadContent(child, body);
        }

        foreach ((string status, Node response) in operation.Node.Map("responses")?.Members ?? [])
        {
            Subject child = (subject with { Direction = Direction.Answer }).Child(status, $"{subject.Label} {status}");
            _facts.Add(child, FactName.Status, null, response);
            MapNode answer = _file.Follow(response).AsMap();
            if (status.StartsWith('2'))
            {
                ReadContent(child, answer);
            }
            else if (answer.Map("content") is { Members.Count: > 0 } content)
            {
                _facts.Add(child, FactName.Body, null, content);
            }
        }
    }

    private void ReadParameter(Subject subject, Operation operation, MapNode parameter, IReadOnlyDictionary<string, string> namesInPath)
    {
        string name = parameter.Text("name") ?? throw new SpecFileException(parameter, "a parameter has no name.");
        string place = parameter.Text("in") ?? throw new SpecFileException(parameter, $"the parameter '{name}' has no 'in'.");
        bool isInPath = place == "path" && PathTemplate.Has(operation.Path, name);

        // In a path, the place counts and not the name; a place that ours does not have is none of ours, whatever its name.
        string key = !isInPath ? $"{place}:{name}" : namesInPath.TryGetValue(name, out string? our) ? $"in path:{our}" : $"new in path:{name}";
        Subject child = subject.Child(key, $"{subject.Label} {place}:{name}") with { Member = $"{place}:{name}" };
        bool isRequired = place == "path" ? isInPath : parameter.IsTrue("required");
        _facts.Add(child, FactName.Parameter, null, parameter);
        _facts.Add(child, FactName.Required, isRequired, parameter["required"] ?? parameter);
        if ((parameter["schema"] ?? parameter.Map("content")?.Members.Values.FirstOrDefault()?.AsMap()["schema"]) is { } schema)
        {
            _schemas.Read(child, schema);
        }
    }

    private void ReadContent(Subject subject, MapNode holder)
    {
        foreach ((string media, Node content) in holder.Map("content")?.Members ?? [])
        {
            _facts.Add(subject, FactName.Media, media, content);
        }

        if (holder.Map("content") is { } all && JsonOf(all)?["schema"] is { } schema)
        {
            Subject body = subject.Child(BodyMember, $"{subject.Label} body");
            _facts.Add(body, FactName.Body, null, schema);
            _schemas.Read(body, schema);
        }
    }

    private static MapNode? JsonOf(MapNode content) => (content[Json] ?? content.Members
        .FirstOrDefault(m => m.Key.StartsWith(Json, StringComparison.Ordinal) || m.Key.EndsWith("+json", StringComparison.Ordinal) || m.Key == "*/*")
        .Value)?.AsMap();
}
