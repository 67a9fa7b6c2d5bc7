using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ClientMgmt.Values;

/// <summary>A part of the model in System.Text.Json.</summary>
internal abstract class ModelJsonConverter<T>(Func<JsonElement, T> read, Func<T, IEnumerable<(string Name, object Value)>> members)
    : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
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

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        bool isRevealing = options.Converters.OfType<RevealingSecretJsonConverter>().Any();
        writer.WriteStartObject();
        foreach ((string name, object member) in members(value))
        {
            writer.WritePropertyName(name);
            if (member is not JsonElement json)
            {
                writer.WriteStringValue(isRevealing ? ((Secret)member).Reveal() : Secret.Redacted);
            }
            else if (ClientJsonMembers.IsToBeWrittenRaw(json))
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

internal sealed class ClientMetadataJsonConverter()
    : ModelJsonConverter<ClientMetadata>(ClientJsonReader.ReadMetadata, ClientJsonMembers.Of);

internal sealed class OAuthClientJsonConverter()
    : ModelJsonConverter<OAuthClient>(ClientJsonReader.ReadClient, ClientJsonMembers.Of);
