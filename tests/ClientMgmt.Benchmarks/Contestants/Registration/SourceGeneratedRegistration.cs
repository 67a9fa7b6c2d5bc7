using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientMgmt.Benchmarks.Contestants.Registration;

/// <summary>Reads ten fields with the code that System.Text.Json generates: the practical limit.</summary>
internal sealed class SourceGeneratedRegistration(HttpClient http) : PlainContestant<RegisteredClient>(http, Api.Registration)
{
    public override string Name => "System.Text.Json";

    public override async ValueTask<RegisteredClient> ReadClientAsync(Stream json) =>
        (await JsonSerializer.DeserializeAsync(json, RegistrationJson.Default.RegisteredClient))!;

    protected override byte[] WriteClient() =>
        JsonSerializer.SerializeToUtf8Bytes(RegisteredClient.New, RegistrationJson.Default.RegisteredClient);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RegisteredClient))]
internal sealed partial class RegistrationJson : JsonSerializerContext;
