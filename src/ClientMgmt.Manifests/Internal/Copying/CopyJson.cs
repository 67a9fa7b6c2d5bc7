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
        writer.WriteArray("clients", plan.Items, Write);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CopyItem item)
    {
        writer.WriteString("action", item.Problems.Count > 0 ? "refuse"
            : item.ExistingId is null ? "copy"
            : item.KeptSecret is null ? "skip" : "set_secret");
        writer.WriteString("source_id", item.SourceId);
        writer.WriteString("client_name", item.ClientName);
        writer.WriteString("target_id", item.ExistingId);
        writer.WriteString("kept_client_id", item.KeptClientId);
        writer.WriteBoolean("keeps_secret", item.KeptSecret is not null);
        writer.WriteArray("losses", item.Losses, static (writer, loss) =>
        {
            writer.WriteString("name", loss.Name);
            writer.WriteValue("value", loss.Value);
            writer.WriteString("reason", loss.Reason);
        });
        writer.WriteProblems("problems", item.Problems);
    }
}
