using System.Text;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>A sandbox with a client that sends exactly what it is told: no User-Agent, no path that was tidied up.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private static readonly UriCreationOptions s_verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private readonly HttpClient _http = new();

    private RawClient(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    /// <summary>With no options, clients of Authlete v2 need no developer.</summary>
    public static async Task<RawClient> StartAsync(SandboxOptions? options = null) => new(await SandboxServer.StartAsync(options ?? new SandboxOptions
    {
        AuthleteServices = [.. new SandboxOptions().AuthleteServices.Select(s => s with { Behavior = WithoutDeveloper(s.Behavior) })],
    }));

    public static Task<RawClient> StartAsync(AuthleteVersion version, AuthleteBehavior behavior)
    {
        AuthleteServiceOptions service = new()
        {
            Version = version,
            ServiceId = Service(version),
            ApiSecret = SandboxDefaults.ServiceApiSecret,
            AccessTokens = [SandboxDefaults.AccessToken],
            Behavior = WithoutDeveloper(behavior),
        };
        return StartAsync(new SandboxOptions { AuthleteServices = [service] });
    }

    public static Task<RawClient> StartAsync(DocSpacePortalOptions portal, TimeProvider? clock = null) =>
        StartAsync(new SandboxOptions { DocSpacePortals = [portal], TimeProvider = clock ?? TimeProvider.System });

    private static AuthleteBehavior WithoutDeveloper(AuthleteBehavior behavior) => behavior with { DeveloperRequired = false };

    public static string Service(AuthleteVersion version) =>
        version == AuthleteVersion.V2 ? SandboxDefaults.ServiceApiKey : SandboxDefaults.ServiceId;

    /// <summary>A call on the default service of a generation; the path begins after "client/".</summary>
    public Task<Answer> Authlete(AuthleteVersion version, string method, string path, JsonNode? body = null) =>
        SendAsync(method, Prefix(version) + path, body?.ToJsonString(), Credentials(version));

    /// <summary>The same with a form as the body.</summary>
    public Task<Answer> AuthleteForm(AuthleteVersion version, string path, string form) => SendAsync(
        "POST", Prefix(version) + path, form, Credentials(version), ("Content-Type", "application/x-www-form-urlencoded"));

    public async Task<long> CreateAsync(AuthleteVersion version, JsonObject? body = null) =>
        (long)(await Authlete(version, "POST", "create", body ?? new JsonObject { ["clientName"] = "One", ["developer"] = "raw" }))["clientId"]!;

    /// <summary>A call on the default portal with a User-Agent; the path begins after "api/2.0/".</summary>
    public Task<Answer> Office(string method, string path, JsonNode? body = null, string user = SandboxDefaults.DocSpaceAdminId) =>
        SendAsync(method, "api/2.0/" + path, body?.ToJsonString(), Signed(user), ("User-Agent", "raw"));

    public async Task<string> CreateOfficeAsync(JsonObject? body = null, string user = SandboxDefaults.DocSpaceAdminId) =>
        (string)(await Office("POST", "clients", body ?? Bodies.Create(), user))["client_id"]!;

    public (string, string) Signed(string user = SandboxDefaults.DocSpaceAdminId) =>
        ("x-signature", Server.DocSpace.IssueSignature(SandboxDefaults.Portal, user));

    public static string Basic(string user, string password) =>
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + password));

    public async Task<Answer> SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Server.BaseAddress + path, s_verbatim));
        string type = headers.FirstOrDefault(h => h.Name == "Content-Type").Value ?? "application/json";
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        foreach ((string name, string value) in headers.Where(h => h.Name != "Content-Type"))
            request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await _http.SendAsync(request);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private static string Prefix(AuthleteVersion version) =>
        version == AuthleteVersion.V2 ? "api/client/" : $"api/{SandboxDefaults.ServiceId}/client/";

    private static (string, string) Credentials(AuthleteVersion version) => ("Authorization", version == AuthleteVersion.V2
        ? Basic(SandboxDefaults.ServiceApiKey, SandboxDefaults.ServiceApiSecret)
        : "Bearer " + SandboxDefaults.AccessToken);
}
