using System.Net;
using System.Text.RegularExpressions;
using SpecCheck.Comparing;
using SpecCheck.Facts;
using SpecCheck.Matching;
using SpecCheck.Reading;

namespace SpecCheck.Writing;

/// <summary>Adds to a specification of ours what is new and harmless in the vendor's document.</summary>
internal sealed partial class SpecWriter
{
    private readonly Report _report;
    private readonly SourceText _source;

    private SpecWriter(Report report) => (_report, _source) = (report, new SourceText(report.Ours.Text));

    /// <summary>The new text, and what is in it that was not before.</summary>
    public static (string Text, IReadOnlyList<Finding> Written) Write(Report report)
    {
        var writer = new SpecWriter(report);
        (Finding Finding, Edit? Edit)[] edits =
        [
            .. report.Of(Meaning.Additive)
                .OrderBy(f => f.Difference.Fact == FactName.Status ? f.Difference.Subject.Member : "", StringComparer.Ordinal)
                .Select(f => (f, writer.EditFor(f.Difference))),
        ];
        return (
            Edit.Apply(report.Ours.Text, edits.Select(e => e.Edit).OfType<Edit>().Distinct()),
            [.. edits.Where(e => e.Edit is not null).Select(e => e.Finding)]);
    }

    private Edit? EditFor(Difference difference) => (difference.Fact, difference.HereAt) switch
    {
        _ when difference.IsGone => null,
        (FactName.Id, TextNode id) => new Edit(id.Start, id.End - id.Start, YamlValue.Of(difference.Vendor!)),
        (FactName.Value, ListNode list) => AddValue(list, difference.Vendor!),
        (FactName.Value, MapNode schema) => AddValues(schema, difference.VendorAt!),
        (FactName.Property, MapNode schema) => AddProperty(schema, difference),
        (FactName.Parameter, MapNode operation) => AddParameter(operation, difference.VendorAt!.AsMap()),
        (FactName.Status, MapNode operation) => AddStatus(operation, difference.Subject.Member),
        _ => null,
    };

    // All new values of a list in one edit, so that lines break where they must.
    private Edit? AddValue(ListNode list, string value) => list.IsFlow && list.Items is [.., TextNode last] && YamlValue.IsUsable(value)
        ? _source.Append(
            list, last,
            _report.Of(Meaning.Additive).Where(f => f.Difference.Fact == FactName.Value && f.Difference.HereAt == list)
                .Select(f => f.Difference.Vendor!).Where(YamlValue.IsUsable).Distinct().Select(YamlValue.Of))
        : null;

    // All values at once, where we have none.
    private Edit? AddValues(MapNode schema, Node value)
    {
        Node? holder = value.Parent is ListNode list ? list.Parent : value.Parent;
        if (holder is not MapNode theirs || PropertyText.Values(Schema.Read(_report.Theirs, theirs)) is not { } values)
        {
            return null;
        }

        if (schema.IsFlow)
        {
            return schema.Members.Values.LastOrDefault() is TextNode last ? new Edit(last.End, 0, $", {values}") : null;
        }

        return (schema["nullable"] ?? schema["format"] ?? schema["type"]) is { KeyLine: var line }
            ? _source.InsertBefore(line + 1, new string(' ', _source.IndentOf(line)) + values)
            : null;
    }

    private Edit? AddProperty(MapNode schema, Difference difference)
    {
        bool isAnswer = schema["additionalProperties"] is not null;
        if (schema.Map("properties") is not { IsFlow: false, Members.Count: > 0 } properties || !Name().IsMatch(difference.Subject.Member)
            || PropertyText.Of(Schema.Read(_report.Theirs, difference.VendorAt!), _report, isAnswer) is not { } lines)
        {
            return null;
        }

        long last = properties.Members.GetAt(properties.Members.Count - 1).Value.KeyLine;
        string indent = new(' ', _source.IndentOf(last));
        return _source.InsertBehind(last, [$"{indent}{YamlValue.Of(difference.Subject.Member)}:", .. lines.Select(l => $"{indent}  {l}")]);
    }

    private Edit? AddParameter(MapNode operation, MapNode parameter)
    {
        (string name, string place) = (parameter.Text("name")!, parameter.Text("in")!);
        if (!Name().IsMatch(name) || place is not ("query" or "header" or "cookie")
            || parameter["schema"] is not { } node || PropertyText.Inline(Schema.Read(_report.Theirs, node)) is not { } schema)
        {
            return null;
        }

        string[] Lines(string indent) => [$"{indent}- name: {YamlValue.Of(name)}", $"{indent}  in: {place}", $"{indent}  schema: {schema}"];
        if (operation.List("parameters") is { Items: [.., var last] })
        {
            return _source.InsertBehind(last.Line, Lines(new string(' ', _source.IndentOf(last.Line))));
        }

        if ((operation["requestBody"] ?? operation["responses"]) is not { } next || operation.IsFlow || operation["parameters"] is not null)
        {
            return null;
        }

        string indent = new(' ', _source.IndentOf(next.KeyLine));
        return _source.InsertBefore(next.KeyLine, [$"{indent}parameters:", .. Lines(indent + "  ")]);
    }

    private Edit? AddStatus(MapNode operation, string status)
    {
        if (operation.Map("responses") is not { IsFlow: false, Members: { Count: > 0 } members } || !int.TryParse(status, out int code))
        {
            return null;
        }

        // As the other operations say it.
        string? common = Operation.ReadAll(_report.Ours)
            .Select(o => (o.Node.Map("responses")?[status] as MapNode)?.Text("$ref")).FirstOrDefault(r => r is not null);
        var before = members.LastOrDefault(m => string.CompareOrdinal(m.Key, status) < 0);
        long line = (before.Value ?? members.GetAt(0).Value).KeyLine;
        string indent = new(' ', _source.IndentOf(line));
        string[] lines = common is not null
            ? [$"{indent}'{status}': {{ $ref: '{common}' }}"]
            : [$"{indent}'{status}':", $"{indent}  description: {Words().Replace(((HttpStatusCode)code).ToString(), " ")}."];
        return before.Value is null ? _source.InsertBefore(line, lines) : _source.InsertBehind(line, lines);
    }

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_.$-]*$")]
    private static partial Regex Name();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}
