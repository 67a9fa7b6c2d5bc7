using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>A caller of the sandbox's registration server who knows one client of it.</summary>
internal sealed class RegistrationClient : IAsyncDisposable
{
    public const string Uris = "\"redirect_uris\":[\"https://c.example/cb\"]";

    private readonly RawClient _raw;

    private RegistrationClient(RawClient raw) => _raw = raw;

    public SandboxServer Server => _raw.Server;

    public string Id { get; private set; } = "";

    public string? Secret { get; private set; }

    public string? Token { get; private set; }

    /// <summary>The path of the endpoint below the server's address.</summary>
    public string Endpoint => Server.DynamicRegistration.RegistrationEndpoint.AbsolutePath[1..];

    /// <summary>The path of the client's URI below the server's address.</summary>
    public string Path { get; private set; } = "";

    public static async Task<RegistrationClient> StartAsync(
        DynamicRegistrationBehavior? behavior = null, IReadOnlyList<string>? scopes = null, IReadOnlyList<string>? allowedHosts = null)
    {
        var options = new DynamicRegistrationOptions { Behavior = behavior ?? new() };
        return new(await RawClient.StartAsync(new SandboxOptions
        {
            DynamicRegistration = scopes is null ? options : options with { Scopes = scopes },
            AllowedHosts = allowedHosts ?? [],
        }));
    }

    public static Task<RegistrationClient> PresetAsync(string preset) => StartAsync(DynamicRegistrationPresets.Get(preset));

    /// <summary>Registers a client with one redirect URI and more members.</summary>
    public async Task<Answer> RegisterAsync(string? members = null, string token = SandboxDefaults.InitialAccessToken, bool bare = false)
    {
        Answer answer = await SendAsync("POST", Endpoint, Body(members, bare), token);
        Take(answer);
        return answer;
    }

    public async Task<Answer> ReadAsync(string? token = null)
    {
        Answer answer = await SendAsync("GET", Path, null, token ?? Token);
        Take(answer);
        return answer;
    }

    /// <summary>Replaces the client by one redirect URI and more members.</summary>
    public async Task<Answer> UpdateAsync(string? members = null, string? token = null)
    {
        Answer answer = await SendAsync("PUT", Path, Body($"\"client_id\":\"{Id}\"" + (members is null ? "" : "," + members), bare: false), token ?? Token);
        Take(answer);
        return answer;
    }

    public Task<Answer> DeleteAsync(string? token = null) => SendAsync("DELETE", Path, null, token ?? Token);

    /// <summary>A request with a bearer token; none where it is null.</summary>
    public Task<Answer> SendAsync(string method, string path, string? body, string? token, params (string Name, string Value)[] headers) => _raw.SendAsync(
        method,
        path,
        body,
        [.. headers, .. token is null ? Array.Empty<(string, string)>() : [("Authorization", "Bearer " + token)]]);

    public JsonObject Stored() => Server.DynamicRegistration.FindClient(Id)!;

    public async ValueTask DisposeAsync() => await _raw.DisposeAsync();

    private static string Body(string? members, bool bare) =>
        "{" + string.Join(',', new[] { bare ? null : Uris, members }.OfType<string>()) + "}";

    private void Take(Answer answer)
    {
        if (answer.Status >= 300 || answer.Text.Length == 0)
            return;
        Id = (string)answer["client_id"]!;
        Secret = (string?)answer["client_secret"] ?? Secret;
        Token = (string?)answer["registration_access_token"] ?? Token;
        if ((string?)answer["registration_client_uri"] is { } uri)
            Path = new Uri(uri).PathAndQuery[1..];
    }
}
