using ClientMgmt.JsonText;
using System.Text.Json;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;

namespace ClientMgmt.Serialization;

/// <summary>
/// The base of the generated types that are answers, or hold a whole client. Their generated members say which properties
/// the vendor's specification knows, and the mapping tables name those; the values themselves stay in <see cref="Json"/>
/// exactly as they arrived, so that what the types cannot express (unknown properties, nulls, another type) is never lost.
/// </summary>
[JsonConverter(typeof(JsonBodyConverter))]
internal abstract class JsonBody : IAnswer
{
    /// <summary>What came.</summary>
    [JsonIgnore]
    public JsonElement Json { get; private set; }

    /// <summary>What is to be sent.</summary>
    [JsonIgnore]
    public WireObject Content { get; init; } = new();

    public void Read(JsonElement json) =>
        Json = json.ValueKind == JsonValueKind.Object ? json.Clone() : throw new JsonException("An object was expected.");
}
