using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Manifests;
using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>A plan for people: + create, ~ change, - delete, with what becomes of each property.</summary>
internal static class PlanReport
{
    public static JsonNode Document(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        return JsonNode.Parse(stream.ToArray())!;
    }

    public static IEnumerable<ReportLine> Lines(ManifestPlan plan) =>
    [
        .. plan.Changes.SelectMany(Lines),
        new(Summary(plan)),
    ];

    public static string Action(ChangeKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static string Summary(ManifestPlan plan) =>
        $"{plan.Provider}: {plan.Count(ChangeKind.Create)} to create, {plan.Count(ChangeKind.Change)} to change, "
        + $"{plan.Count(ChangeKind.Delete)} to delete, {plan.Count(ChangeKind.Unchanged)} unchanged.";

    private static IEnumerable<ReportLine> Lines(ClientChange change)
    {
        (string sign, Color color)? look = change.Kind switch
        {
            ChangeKind.Create => ("+", Color.Green),
            ChangeKind.Change => ("~", Color.Yellow),
            ChangeKind.Delete => ("-", Color.Red),
            _ => null,
        };
        if (look is not var (sign, color))
        {
            yield break;
        }

        yield return new ReportLine($"{sign} {Action(change.Kind)} {Name(change.ClientName, change.ClientId)}", color);
        if (change.Kind == ChangeKind.Delete)
        {
            yield break;
        }

        foreach (PropertyChange property in change.Properties)
        {
            string name = property.IsExtension ? $"{ClientDocument.Extensions}.{property.Name}" : property.Name;
            yield return new ReportLine($"{name}: {Values(change.Kind, property)}", Indent: 4);
        }
    }

    public static string Name(string? name, string? id) =>
        (name, id) switch { (null, _) => id ?? "", (_, null) => name, _ => $"{name} ({id})" };

    public static string Text(PropertyLoss loss) => $"{loss.Name}: {JsonText.Short(loss.Value)} ({loss.Reason})";

    private static string Values(ChangeKind kind, PropertyChange property) => kind == ChangeKind.Create
        ? Value(property.New)
        : $"{Value(property.Old)} -> {Value(property.New)}";

    private static string Value(JsonElement? value) => value is { } known ? JsonText.Short(known) : "(none)";
}
