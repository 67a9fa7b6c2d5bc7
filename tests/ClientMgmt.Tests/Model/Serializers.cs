using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;
using JsonSerializerOptions = System.Text.Json.JsonSerializerOptions;

namespace ClientMgmt.Tests.Model;

/// <summary>The two serializers of .NET, as an application calls them.</summary>
internal sealed class Serializers
{
    private static readonly JsonSerializerOptions s_revealing = new() { Converters = { new RevealingSecretJsonConverter() } };

    private static readonly JsonSerializerSettings s_revealingSettings = new() { Converters = { new RevealingSecretNewtonsoftConverter() } };

    private readonly string _name;

    private Serializers(string name) => _name = name;

    public static Serializers SystemTextJson { get; } = new("System.Text.Json");

    public static Serializers Newtonsoft { get; } = new("Newtonsoft.Json");

    public static Serializers[] Both { get; } = [SystemTextJson, Newtonsoft];

    /// <summary>One writes, the same or the other one reads.</summary>
    public static IEnumerable<object[]> Pairs => Both.SelectMany(w => Both.Select(r => new object[] { w, r }));

    public string Write(object? value) =>
        this == SystemTextJson ? JsonSerializer.Serialize(value) : JsonConvert.SerializeObject(value);

    public string Reveal(object value) => this == SystemTextJson
        ? JsonSerializer.Serialize(value, s_revealing)
        : JsonConvert.SerializeObject(value, s_revealingSettings);

    public T? Read<T>(string json) =>
        this == SystemTextJson ? JsonSerializer.Deserialize<T>(json) : JsonConvert.DeserializeObject<T>(json);

    /// <summary>The message and the path of the error that reading causes.</summary>
    public (string Path, string Message) Error<T>(string json)
    {
        Exception error = Assert.Catch(() => Read<T>(json));
        return error switch
        {
            System.Text.Json.JsonException e => (e.Path ?? "", e.Message),
            JsonSerializationException e => (e.Path ?? "", e.Message),
            JsonReaderException e => (e.Path ?? "", e.Message),
            _ => throw new AssertionException($"No JSON error: {error}"),
        };
    }

    public override string ToString() => _name;
}
