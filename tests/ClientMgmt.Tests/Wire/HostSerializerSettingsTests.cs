using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace ClientMgmt.Tests.Wire;

/// <summary>The application's own <see cref="JsonConvert.DefaultSettings"/> change neither what is sent nor what is read.</summary>
[NonParallelizable]
public sealed class HostSerializerSettingsTests
{
    private Func<JsonSerializerSettings>? _before;

    [SetUp]
    public void SetHostileSettings()
    {
        _before = JsonConvert.DefaultSettings;
        JsonConvert.DefaultSettings = () => new JsonSerializerSettings
        {
            ContractResolver = new DefaultContractResolver { NamingStrategy = new KebabCaseNamingStrategy(true, true, true) },
            Converters = { new Scrambler(), new StringEnumConverter() },
            DateFormatString = "yy",
            DateParseHandling = DateParseHandling.DateTime,
            DefaultValueHandling = DefaultValueHandling.Ignore,
            FloatFormatHandling = FloatFormatHandling.String,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = 1,
            MetadataPropertyHandling = MetadataPropertyHandling.ReadAhead,
            MissingMemberHandling = MissingMemberHandling.Error,
            NullValueHandling = NullValueHandling.Include,
            PreserveReferencesHandling = PreserveReferencesHandling.All,
            TypeNameHandling = TypeNameHandling.All,
        };
    }

    [TearDown]
    public void RestoreSettings() => JsonConvert.DefaultSettings = _before;

    [TestCaseSource(typeof(WireOperations), nameof(WireOperations.WithBody))]
    public async Task What_is_sent_stays_the_same(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        await row.RunAsync(host.Clients, WireOperation.Id);

        Assert.That(Json.Sorted(host.Requests[row.Decisive].Body!), Is.EqualTo(Json.Sorted(row.Main.Body!)));
    }

    private static IEnumerable<WireOperation> OfClients() =>
        WireOperations.All.Where(o => o.Operation is ClientOperation.Get or ClientOperation.List or ClientOperation.Create);

    [TestCaseSource(nameof(OfClients))]
    public async Task An_answer_about_clients_is_still_read(WireOperation row)
    {
        using WireHost host = row.Prepare(WireHost.For(row.Backend));

        Assert.That(await row.CatchAsync(host), Is.Null);
    }

    [Test]
    public async Task Unknown_values_still_go_back_letter_by_letter()
    {
        const string document =
            """{"clientId":17,"clientName":"Old","a":"2026-01-02T03:04:05.123456789Z","b":0.1234567890123456789,"c":{"$type":"x"},"d":null}""";
        using WireHost host = WireHost.For(Backend.AuthleteV3).OnClient(document);

        await host.Clients.UpdateAsync("17", c => c with { ClientName = "New" });

        Assert.That(Json.Sorted(host.Requests[1].Body!), Is.EqualTo(Json.Sorted(document.Replace("Old", "New", StringComparison.Ordinal))));
    }

    [Test]
    public async Task An_errors_body_is_still_read()
    {
        ClientManagementError error = await ErrorBodyTests.FailAsync(
            Backend.AuthleteV3, WireAnswer.Of(500, """{"resultCode":"A1","resultMessage":"2026-01-02T03:04:05Z"}"""));

        Assert.That((error.VendorCode, error.VendorMessage), Is.EqualTo(("A1", "2026-01-02T03:04:05Z")));
    }

    private sealed class Scrambler : JsonConverter
    {
        public override bool CanConvert(Type objectType) => true;

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        {
            JToken.ReadFrom(reader);
            return null;
        }

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue("scrambled");
    }
}
