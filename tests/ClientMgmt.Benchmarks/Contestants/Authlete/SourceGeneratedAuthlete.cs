using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt.Benchmarks.Contestants.Authlete;

/// <summary>Reads ten fields with the code that System.Text.Json generates: the practical limit.</summary>
internal sealed class SourceGeneratedAuthlete(HttpClient http) : PlainContestant<AuthleteClient>(http, Api.Authlete)
{
    public override string Name => "System.Text.Json";

    public override async ValueTask<AuthleteClient> ReadClientAsync(Stream json) =>
        (await JsonSerializer.DeserializeAsync(json, AuthleteJson.Default.AuthleteClient))!;

    protected override byte[] WriteClient() =>
        JsonSerializer.SerializeToUtf8Bytes(AuthleteClient.New, AuthleteJson.Default.AuthleteClient);

    protected override async ValueTask<Page<AuthleteClient>> ReadPageAsync(Stream json)
    {
        AuthletePage page = (await JsonSerializer.DeserializeAsync(json, AuthleteJson.Default.AuthletePage))!;
        return new Page<AuthleteClient>(page.Clients, page.TotalCount.ToString(CultureInfo.InvariantCulture));
    }
}

internal sealed record AuthletePage(
    [property: JsonPropertyName("totalCount")] int TotalCount, [property: JsonPropertyName("clients")] List<AuthleteClient> Clients);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuthleteClient))]
[JsonSerializable(typeof(AuthletePage))]
internal sealed partial class AuthleteJson : JsonSerializerContext;
