using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClientMgmt.Values;

/// <summary>How the converters for System.Text.Json read and write the model.</summary>
internal static class SystemTextJson
{
    public static T Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, Func<JsonElement, T> read)
    {
        // The options of the application decide about depth and members that stand twice.
        int depth = reader.CurrentDepth;
        JsonElement json = JsonMetadataServices.JsonElementConverter.Read(ref reader, typeof(JsonElement), options);
        try
        {
            return read(json);
        }
        catch (JsonException e) when (depth > 0)
        {
            // The serializer knows where this object stands, but fills in a path only where there is none.
            throw new JsonException($"{e.Message}, counted from the object at the path of this exception.", e);
        }
    }

    public static void Write(Utf8JsonWriter writer, JsonSerializerOptions options, IEnumerable<(string Name, object Value)> members)
    {
        bool isRevealing = options.Converters.OfType<RevealingSecretJsonConverter>().Any();
        writer.WriteStartObject();
        foreach ((string name, object member) in members)
        {
            writer.WritePropertyName(name);
            if (member is not JsonElement json)
            {
                writer.WriteStringValue(isRevealing ? ((Secret)member).Reveal() : Secret.Redacted);
            }
            else if (ClientJson.IsToBeWrittenRaw(json))
            {
                writer.WriteRawValue(json.GetRawText(), skipInputValidation: true);
            }
            else
            {
                json.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
