using System.Text.Json;

namespace ClientMgmt.Manifests;

/// <summary>What the machine-readable forms of both kinds of plan share. Their names are a promise.</summary>
internal static class PlanWriter
{
    public static void WriteArray<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteValue(this Utf8JsonWriter writer, string name, JsonElement? value)
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

    public static void WriteProperties(this Utf8JsonWriter writer, IEnumerable<PropertyChange> properties) =>
        writer.WriteArray("properties", properties, static (writer, property) =>
        {
            writer.WriteString("name", property.Name);
            writer.WriteBoolean("extension", property.IsExtension);
            writer.WriteValue("old", property.Old);
            writer.WriteValue("new", property.New);
        });

    public static void WriteProblems(this Utf8JsonWriter writer, string name, IEnumerable<ManifestProblem> problems) =>
        writer.WriteArray(name, problems, static (writer, problem) =>
        {
            writer.WriteString("message", problem.Message);
            writer.WriteString("client", problem.Client);
            writer.WriteString("property", problem.Property);
            writer.WriteLocation(problem.Location);
        });

    public static void WriteLocation(this Utf8JsonWriter writer, ManifestLocation? location)
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
}
