using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt.Benchmarks.Contestants.DocSpace;

/// <summary>Reads ten fields with the code that System.Text.Json generates: the practical limit.</summary>
internal sealed class SourceGeneratedDocSpace(HttpClient http) : PlainContestant<PortalClient>(http, Api.DocSpace)
{
    public override string Name => "System.Text.Json";

    public override async ValueTask<PortalClient> ReadClientAsync(Stream json) =>
        (await JsonSerializer.DeserializeAsync(json, PortalJson.Default.PortalClient))!;

    protected override byte[] WriteClient() =>
        JsonSerializer.SerializeToUtf8Bytes(NewPortalClient.Default, PortalJson.Default.NewPortalClient);

    protected override async ValueTask<Page<PortalClient>> ReadPageAsync(Stream json)
    {
        PortalPage page = (await JsonSerializer.DeserializeAsync(json, PortalJson.Default.PortalPage))!;
        return new Page<PortalClient>(page.Data, Api.Cursor(page.LastClientId, page.LastCreatedOn));
    }
}

internal sealed record PortalPage(
    [property: JsonPropertyName("data")] List<PortalClient> Data,
    [property: JsonPropertyName("last_client_id")] string? LastClientId,
    [property: JsonPropertyName("last_created_on")] string? LastCreatedOn);

[JsonSerializable(typeof(NewPortalClient))]
[JsonSerializable(typeof(PortalClient))]
[JsonSerializable(typeof(PortalPage))]
internal sealed partial class PortalJson : JsonSerializerContext;
