using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>The machine-readable form of a plan to copy. Its names are a promise.</summary>
internal static class CopyJson
{
    public static void Write(Utf8JsonWriter writer, CopyPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("source", plan.Source);
        writer.WriteString("target", plan.Target);
        writer.WriteStartArray("clients");
        foreach (CopyItem item in plan.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CopyItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("action", item.ExistingId is not null ? "skip" : item.Problems.Count > 0 ? "refuse" : "copy");
        writer.WriteString("source_id", item.SourceId);
        writer.WriteString("client_name", item.ClientName);
        writer.WriteString("target_id", item.ExistingId);
        writer.WriteStartArray("losses");
        foreach (CopyLoss loss in item.Losses)
        {
            writer.WriteStartObject();
            writer.WriteString("name", loss.Name);
            writer.WritePropertyName("value");
            loss.Value.WriteTo(writer);
            writer.WriteString("reason", loss.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("problems");
        foreach (ManifestProblem problem in item.Problems)
        {
            writer.WriteStartObject();
            writer.WriteString("property", problem.Property);
            writer.WriteString("message", problem.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
