using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ClientMgmt.Serialization;

/// <summary>
/// The base of the generated types that hold a whole client. Their generated members say which properties the vendor's
/// specification knows, and the mapping tables name those; the values themselves stay in <see cref="Json"/> exactly as
/// they arrived, so that what the types cannot express (unknown properties, nulls, another type) is never lost.
/// </summary>
[JsonConverter(typeof(JsonBodyConverter))]
internal abstract class JsonBody
{
    [JsonIgnore]
    public JObject Json { get; set; } = [];
}
