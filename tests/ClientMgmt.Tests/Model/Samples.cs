using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ClientMgmt.Tests.Model;

/// <summary>Values for every property, also unusual ones, from a seed.</summary>
internal sealed class Samples(int seed)
{
    private static readonly string[] s_json =
    [
        "null", "true", "false", "0", "-0", "1.0", "1.50", "1e5", "-12.5E-3", "9007199254740993", "12345678901234567890123456789012345678901234567890",
        "0.1234567890123456789012345", "\"\"", "\"2024-02-30T00:00:00Z\"", "\"2024-01-01T00:00:00.000+02:00\"", "\"\\/Date(1)\\/\"",
        "\"\\ud83d\\ude00 <&>\"", "[]", "{}", "[[],{},[1,[2]]]", """{"$type":"System.Object","$id":"1","$ref":"1"}""",
        """{"keys":[{"kty":"RSA","n":"a","iat":"2024-01-01T00:00:00Z","x":1.10}]}""", """{"a.b":{"c'd":[null,"\u0000"]}}""",
    ];

    private static readonly string[] s_names =
    [
        "pkceRequired", "logo_uri", "scope", "client_names", "client_name#de", "client_name#", "jwks", "extensions", "client_id",
        "client_secret", "client_secret_expires_at", "client_id_issued_at", "enabled", "modified_at", "$type", "$id", "$ref", "", " ",
        "a.b", "a['b']", "redirect_uris#de", "#", "注文", "clientName", "ClientName", "CLIENT_NAME",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One value of a property's type.</summary>
    public JsonElement Of(string name)
    {
        Type type = ClientMetadata.GetValueType(name);
        return type == typeof(string) ? JsonSerializer.SerializeToElement(Text())
            : type == typeof(bool) ? JsonSerializer.SerializeToElement(_random.Next(2) == 0)
            : type == typeof(int) ? JsonSerializer.SerializeToElement(Pick<int>([0, 1, -1, int.MaxValue, int.MinValue, _random.Next()]))
            : type == typeof(IReadOnlyList<string>) ? JsonSerializer.SerializeToElement(Texts())
            : type == typeof(JsonElement) ? Json()
            : JsonSerializer.SerializeToElement(Texts().Distinct().ToDictionary(t => t, _ => Text()));
    }

    /// <summary>Metadata in which about half of everything is set.</summary>
    public ClientMetadata Metadata()
    {
        ClientMetadata metadata = ClientMetadata.StandardNames.Where(_ => _random.Next(2) == 0)
            .Aggregate(new ClientMetadata(), (m, name) => m.WithValue(name, Of(name)));
        return metadata with
        {
            Extensions = s_names.Where(_ => _random.Next(2) == 0).ToDictionary(n => n, _ => JsonElement.Parse(Pick(s_json))),
        };
    }

    /// <summary>A client in which about half of everything is set.</summary>
    public OAuthClient Client() => new()
    {
        ClientId = Text(),
        ClientSecret = Perhaps(new Secret("s" + Text())),
        ClientSecretExpiresAt = Pick([null, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch.AddTicks(1), Time()]),
        CreatedAt = Pick([null, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, DateTimeOffset.MinValue, Time()]),
        ModifiedAt = Pick([null, Time()]),
        Enabled = Pick<bool?>([null, true, false]),
        Metadata = Metadata(),
    };

    private DateTimeOffset? Time() => new DateTimeOffset(_random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero);

    // No null: a property that is set to it is not set.
    private JsonElement Json() => JsonElement.Parse(Pick(s_json[1..]));

    private string[] Texts() => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Text())];

    private string Text() => Pick(
        ["", " ", "a", "[redacted]", "2024-01-01T00:00:00Z", "#", "<script>", "\"\\\u0000\u2028", "注文", "\U0001F600", Letters()]);

    private string Letters()
    {
        var text = new StringBuilder();
        for (int i = _random.Next(20); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(Rune)_random.Next(0xD800)}");
        }

        return text.ToString();
    }

    private T? Perhaps<T>(T value)
        where T : class => _random.Next(2) == 0 ? value : null;

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
