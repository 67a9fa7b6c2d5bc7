using Newtonsoft.Json;

namespace ClientMgmt.Serialization;

/// <summary>
/// The base of the generated types that are small requests. The generated clients write bodies with
/// <see cref="JsonConvert"/>, which applies the host's <see cref="JsonConvert.DefaultSettings"/>; a converter on the
/// type is the one thing that these cannot override.
/// </summary>
[JsonConverter(typeof(RequestBodyConverter))]
internal abstract class RequestBody;
