using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>The machine-readable form of a plan. Its names are a promise.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter writer, ManifestPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("provider", plan.Provider);
        writer.WriteStartObject("summary");
        foreach (ChangeKind kind in Enum.GetValues<ChangeKind>())
        {
            writer.WriteNumber(Name(kind), plan.Count(kind));
        }

        writer.WriteNumber("problems", plan.Problems.Count);
        writer.WriteEndObject();
        writer.WriteArray("changes", plan.Changes, Write);
        writer.WriteProblems("problems", plan.Problems);
        writer.WriteProblems("warnings", plan.Warnings);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ClientChange change)
    {
        writer.WriteString("action", Name(change.Kind));
        writer.WriteString("client_id", change.ClientId);
        writer.WriteString("client_name", change.ClientName);
        writer.WriteLocation(change.Manifest?.Location);
        writer.WriteProperties(change.Properties);
    }

    private static string Name(ChangeKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
