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
        writer.WriteStartArray("changes");
        foreach (ClientChange change in plan.Changes)
        {
            Write(writer, change);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("problems");
        foreach (ManifestProblem problem in plan.Problems)
        {
            Write(writer, problem);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ClientChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("action", Name(change.Kind));
        writer.WriteString("client_id", change.ClientId);
        writer.WriteString("client_name", change.ClientName);
        Write(writer, change.Manifest?.Location);
        writer.WriteStartArray("properties");
        foreach (PropertyChange property in change.Properties)
        {
            writer.WriteStartObject();
            writer.WriteString("name", property.Name);
            writer.WriteBoolean("extension", property.IsExtension);
            Write(writer, "old", property.Old);
            Write(writer, "new", property.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestProblem problem)
    {
        writer.WriteStartObject();
        writer.WriteString("message", problem.Message);
        writer.WriteString("client", problem.Client);
        writer.WriteString("property", problem.Property);
        Write(writer, problem.Location);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ManifestLocation? location)
    {
        writer.WriteString("file", location?.File);
        if (location is null)
        {
            writer.WriteNull("line");
            writer.WriteNull("column");
            return;
        }

        writer.WriteNumber("line", location.Line);
        writer.WriteNumber("column", location.Column);
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } known)
        {
            known.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string Name(ChangeKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
