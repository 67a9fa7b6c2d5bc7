using Newtonsoft.Json;
using JsonElement = System.Text.Json.JsonElement;
using JsonProperty = System.Text.Json.JsonProperty;
using JsonValueKind = System.Text.Json.JsonValueKind;

namespace ClientMgmt.Values;

/// <summary>The twin of <see cref="SystemTextJson"/> for applications that use Newtonsoft.Json.</summary>
internal abstract class ModelNewtonsoftConverter<T>(Func<JsonElement, T> read, Func<T, IEnumerable<(string Name, object Value)>> members)
    : JsonConverter<T>
    where T : class
{
    public override T? ReadJson(JsonReader reader, Type objectType, T? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return null;
        }

        (string path, var place) = (reader.Path, reader as IJsonLineInfo);
        (int line, int position) = (place?.LineNumber ?? 0, place?.LinePosition ?? 0);
        try
        {
            return read(NewtonsoftJson.Read(reader));
        }
        catch (System.Text.Json.JsonException e)
        {
            string inner = path.Length > 0 ? path + e.Path?[1..] : e.Path?[1..].TrimStart('.') ?? "";
            throw new JsonSerializationException(
                $"{e.Message[..e.Message.LastIndexOf("Path:", StringComparison.Ordinal)]}Path: '{inner}'", inner, line, position, e);
        }
    }

    public override void WriteJson(JsonWriter writer, T? value, JsonSerializer serializer)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteStartObject();
        foreach ((string name, object member) in members(value))
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

internal sealed class ClientMetadataNewtonsoftConverter()
    : ModelNewtonsoftConverter<ClientMetadata>(ClientJsonReader.ReadMetadata, ClientJsonMembers.Of);

internal sealed class OAuthClientNewtonsoftConverter()
    : ModelNewtonsoftConverter<OAuthClient>(ClientJsonReader.ReadClient, ClientJsonMembers.Of);
