using Newtonsoft.Json;
using JsonElement = System.Text.Json.JsonElement;

namespace ClientMgmt.Values;

/// <summary>The twin of <see cref="SystemTextJson"/> for applications that use Newtonsoft.Json: reads and writes the model.</summary>
internal sealed class ModelNewtonsoftConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => objectType == typeof(OAuthClient) || objectType == typeof(ClientMetadata);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        (string path, var place) = (reader.Path, reader as IJsonLineInfo);
        (int line, int position) = (place?.LineNumber ?? 0, place?.LinePosition ?? 0);
        try
        {
            JsonElement json = NewtonsoftJson.Read(reader);
            return objectType == typeof(OAuthClient) ? ClientJsonReader.ReadClient(json) : ClientJsonReader.ReadMetadata(json);
        }
        catch (System.Text.Json.JsonException e)
        {
            string inner = path.Length > 0 ? path + e.Path?[1..] : e.Path?[1..].TrimStart('.') ?? "";
            throw new JsonSerializationException(
                $"{e.Message[..e.Message.LastIndexOf("Path:", StringComparison.Ordinal)]}Path: '{inner}'", inner, line, position, e);
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteStartObject();
        foreach ((string name, object member) in value is OAuthClient client ? ClientJson.MembersOf(client) : ClientJson.MembersOf((ClientMetadata)value))
        {
            writer.WritePropertyName(name);
            if (member is JsonElement json)
            {
                NewtonsoftJson.Write(writer, json);
            }
            else
            {
                serializer.Serialize(writer, member);
            }
        }

        writer.WriteEndObject();
    }
}
