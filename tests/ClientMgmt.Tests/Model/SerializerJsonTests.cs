using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ClientMgmt.Tests.Model;

/// <summary>Where the two serializers differ by their nature.</summary>
public sealed class SerializerJsonTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    [Test]
    public void The_names_do_not_depend_on_the_options_of_a_web_application() => Assert.That(
        JsonSerializer.Serialize(new ClientMetadata { ClientName = "a", DefaultMaxAge = 1 }, JsonSerializerOptions.Web),
        Is.EqualTo("""{"client_name":"a","default_max_age":1}"""));

    [Test]
    public void The_writing_of_texts_and_the_layout_do() => Assert.That(
        JsonSerializer.Serialize(
            new ClientMetadata { Jwks = JsonElement.Parse("""{"a":"<"}""") }, s_indented),
        Is.EqualTo("""
            {
              "jwks": {
                "a": "\u003C"
              }
            }
            """));

    // A JsonSerializerContext of an application creates them.
    [TestCase(typeof(ClientMetadata))]
    [TestCase(typeof(OAuthClient))]
    [TestCase(typeof(Secret))]
    public void The_converter_can_be_created_by_generated_code(Type type) => Assert.That(
        type.GetCustomAttribute<System.Text.Json.Serialization.JsonConverterAttribute>()!.ConverterType,
        Has.Property(nameof(Type.IsVisible)).True.And.Matches<Type>(c => c.GetConstructor([]) is not null));

    [Test]
    public void Options_that_refuse_duplicates_refuse_them_here_too() => Assert.That(
        () => JsonSerializer.Deserialize<ClientMetadata>("""{"client_name":"a","client_name":"b"}""", JsonSerializerOptions.Strict),
        Throws.TypeOf<System.Text.Json.JsonException>());

    [Test]
    public void A_wrong_type_inside_another_object_has_the_path_of_the_metadata_and_says_the_rest() => Assert.That(
        () => JsonSerializer.Deserialize<ClientMetadata[]>("""[{},{"redirect_uris":[1]}]"""),
        Throws.TypeOf<System.Text.Json.JsonException>().With.Property("Path").EqualTo("$[1]").And.Message.Contain("$.redirect_uris[0]"));

    [Test]
    public void Newtonsoft_has_the_whole_path() => Assert.That(
        () => JsonConvert.DeserializeObject<ClientMetadata[]>("""[{},{"redirect_uris":[1]}]"""),
        Throws.TypeOf<JsonSerializationException>().With.Property("Path").EqualTo("[1].redirect_uris[0]")
            .And.Message.Contain("[1].redirect_uris[0]").And.Property("LineNumber").EqualTo(1));

    [Test]
    public void Settings_of_Newtonsoft_do_not_reach_into_the_metadata()
    {
        var settings = new JsonSerializerSettings
        {
            ContractResolver = new Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver(),
            DateParseHandling = DateParseHandling.DateTimeOffset,
            FloatParseHandling = FloatParseHandling.Double,
            TypeNameHandling = TypeNameHandling.All,
            PreserveReferencesHandling = PreserveReferencesHandling.All,
            MetadataPropertyHandling = MetadataPropertyHandling.ReadAhead,
        };
        ClientMetadata metadata = new Samples(3).Metadata().WithExtension("a", JsonElement.Parse("""{"$type":"x","n":1.10}"""));

        string json = JsonConvert.SerializeObject(metadata, settings);

        Assert.That(JsonConvert.DeserializeObject<ClientMetadata>(json, settings), Is.EqualTo(metadata), json);
    }

    [Test]
    public void A_reader_of_Newtonsoft_goes_on_as_before()
    {
        using var reader = new JsonTextReader(new StringReader("""[{"client_name":"a"},"2024-01-01T00:00:00Z",1.5]"""));

        object?[] read = new Newtonsoft.Json.JsonSerializer { Converters = { new FirstIsMetadata() } }.Deserialize<object?[]>(reader)!;

        Assert.That(read, Is.EqualTo(new object[] { new ClientMetadata { ClientName = "a" }, JsonToken.Date, JsonToken.Float }));
    }

    [TestCase("1234567890123456789012345678.5")]
    [TestCase("0.12345678901234567890123456789012345")]
    [TestCase("1e-30")]
    [TestCase("1e400")]
    public void A_number_that_Newtonsoft_would_round_is_refused(string number) => Assert.That(
        () => JsonConvert.DeserializeObject<ClientMetadata>($"{{\"vendor\":{{\"a\":[{number}]}}}}"),
        Throws.InstanceOf<Newtonsoft.Json.JsonException>().With.Property("Path").EqualTo("vendor.a[0]"));

    [Test]
    public void A_document_of_Newtonsoft_takes_it_and_gives_it_back()
    {
        var client = new OAuthClient
        {
            ClientId = "1",
            Metadata = new ClientMetadata { ClientName = "a" }.WithExtension("n", JsonElement.Parse("[1,1.50,{\"a\":null}]")),
        };

        JObject document = JObject.FromObject(client);

        Assert.That(((int?)document["n"]![0], document.ToObject<OAuthClient>()), Is.EqualTo(((int?)1, client)));
    }

    private sealed class FirstIsMetadata : JsonConverter<object?[]>
    {
        public override object?[] ReadJson(
            JsonReader reader, Type objectType, object?[]? existingValue, bool hasExistingValue, Newtonsoft.Json.JsonSerializer serializer)
        {
            reader.Read();
            object? first = serializer.Deserialize<ClientMetadata>(reader);
            reader.Read();
            JsonToken second = reader.TokenType;
            reader.Read();
            return [first, second, reader.TokenType];
        }

        public override void WriteJson(JsonWriter writer, object?[]? value, Newtonsoft.Json.JsonSerializer serializer) =>
            throw new NotSupportedException();
    }
}
