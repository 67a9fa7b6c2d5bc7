using System.Text.Json;
using System.Text.Json.Serialization;
using ClientMgmt.Values;

namespace ClientMgmt;

/// <summary>
/// How System.Text.Json writes and reads <see cref="ClientMetadata"/>. An attribute of the type names it, so there is no need to
/// add it. It is public because code that is generated for a <see cref="JsonSerializerContext"/> creates it.
/// </summary>
public sealed class ClientMetadataJsonConverter : JsonConverter<ClientMetadata>
{
    /// <inheritdoc/>
    public override ClientMetadata Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SystemTextJson.Read(ref reader, options, ClientJsonReader.ReadMetadata);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ClientMetadata value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        SystemTextJson.Write(writer, options, ClientJson.MembersOf(value));
    }
}
