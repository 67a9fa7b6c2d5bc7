using System.Text.Json;

namespace ClientMgmt.Tests.Model;

/// <summary>What one serializer writes, both read as the same.</summary>
[TestFixtureSource(typeof(Serializers), nameof(Serializers.Pairs))]
public sealed class JsonRoundTripTests
{
    private readonly Serializers _writer;
    private readonly Serializers _reader;

    // The type of the parameter is for the tests alone.
    public JsonRoundTripTests(object writer, object reader) => (_writer, _reader) = ((Serializers)writer, (Serializers)reader);

    [Test]
    public void Every_property_comes_back_as_it_was()
    {
        foreach (string name in ClientMetadata.StandardNames)
        {
            ClientMetadata metadata = new ClientMetadata().WithValue(name, new Samples(1).Of(name));

            string json = _writer.Write(metadata);

            Assert.That(_reader.Read<ClientMetadata>(json), Is.EqualTo(metadata), json);
        }
    }

    [Test]
    public void Any_client_comes_back_as_it_was()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            OAuthClient client = new Samples(seed).Client();

            string json = _writer.Reveal(client);

            OAuthClient? read = _reader.Read<OAuthClient>(json);
            Assert.That(read, Is.EqualTo(client), json);
            Assert.That(
                read!.Metadata.Extensions.Select(e => (e.Key, e.Value.ValueKind)).Order(),
                Is.EqualTo(client.Metadata.Extensions.Select(e => (e.Key, e.Value.ValueKind)).Order()));
        }
    }

    [Test]
    public void A_client_without_secret_comes_back_where_secrets_are_redacted()
    {
        OAuthClient client = new Samples(1).Client() with { ClientSecret = new Secret("s3cr3t") };

        Assert.That(_reader.Read<OAuthClient>(_writer.Write(client)), Is.EqualTo(client with { ClientSecret = null }));
    }

    [TestCase("1.10")]
    [TestCase("-0")]
    [TestCase("12345678901234567890123456789012345")]
    [TestCase("\"2024-01-01T00:00:00Z\"")]
    [TestCase("""{"$type":"System.Object","$ref":"1","$id":"2"}""")]
    [TestCase("""{"$values":[1]}""")]
    public void Vendor_values_are_not_touched(string value)
    {
        ClientMetadata metadata = new ClientMetadata { Jwks = JsonElement.Parse(value) }.WithExtension("vendor", JsonElement.Parse(value));

        ClientMetadata read = _reader.Read<ClientMetadata>(_writer.Write(metadata))!;

        Assert.That(
            (read.Jwks.ToString(), read.Extensions["vendor"].ToString()).ToString().Replace("-0", "0", StringComparison.Ordinal),
            Is.EqualTo((metadata.Jwks.ToString(), value.Trim('"')).ToString().Replace("-0", "0", StringComparison.Ordinal)));
    }

    // Newtonsoft.Json reads it as U+FFFD.
    [Test]
    public void Half_of_a_surrogate_pair_is_kept_by_System_Text_Json()
    {
        ClientMetadata metadata = new ClientMetadata { Jwks = JsonElement.Parse("""{"\ud800":["\udc00"]}""") }
            .WithExtension("vendor", JsonElement.Parse("\"\\ud800\"")).WithExtension("\ud800", JsonElement.Parse("1"));

        ClientMetadata? read = Serializers.SystemTextJson.Read<ClientMetadata>(_writer.Write(metadata));

        Assert.That(read, Is.EqualTo(metadata));
    }

    [Test]
    public void A_client_inside_another_object_comes_back_as_it_was()
    {
        var held = new Holder([new Samples(1).Client() with { ClientSecret = null }, null], new Samples(2).Metadata());

        Holder read = _reader.Read<Holder>(_writer.Write(held))!;

        Assert.That((read.Clients[0], read.Clients[1], read.Metadata), Is.EqualTo((held.Clients[0], held.Clients[1], held.Metadata)));
    }

    [Test]
    public void The_three_states_of_when_a_secret_expires_are_kept_apart()
    {
        DateTimeOffset?[] states = [null, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch.AddSeconds(1.5)];

        Assert.That(
            states.Select(s => _reader.Read<OAuthClient>(_writer.Write(new OAuthClient { ClientId = "1", ClientSecretExpiresAt = s }))!.ClientSecretExpiresAt),
            Is.EqualTo(states));
    }

    internal sealed record Holder(IReadOnlyList<OAuthClient?> Clients, ClientMetadata? Metadata);
}
