using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.DynamicRegistration;

/// <summary>A server of dynamic registration in memory. What a test needs otherwise than the standards have it is a switch.</summary>
public sealed class FakeServer
{
    public const string Endpoint = WireHost.Issuer + "/register";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (JsonObject Client, string Key)> _clients = [];
    private int _issued;

    public bool RotatesOnPut { get; set; } = true;

    public bool RotatesOnRead { get; set; }

    /// <summary>Whether answers to requests about a client hold its key and address.</summary>
    public bool TellsKey { get; set; } = true;

    public bool IssuesKey { get; set; } = true;

    public bool NewSecretOnPut { get; set; }

    public HttpStatusCode CreateStatus { get; set; } = HttpStatusCode.Created;

    public HttpStatusCode DeleteStatus { get; set; } = HttpStatusCode.NoContent;

    /// <summary>Names that are taken and not stored.</summary>
    public string[] Drops { get; set; } = [];

    /// <summary>Names that are stored and not shown when a client is read.</summary>
    public string[] Hides { get; set; } = [];

    /// <summary>Where clients are said to be.</summary>
    public Func<string, string> AddressOf { get; set; } = id => $"{Endpoint}/{id}";

    /// <summary>Changes what a client looks like in an answer.</summary>
    public Action<JsonObject> Show { get; set; } = _ => { };

    /// <summary>Runs before a request is looked at; what it returns is the answer.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> Before { get; set; } = (_, _) => Task.FromResult<HttpResponseMessage?>(null);

    /// <summary>Runs when a request has been answered; what it returns is sent in place of the answer.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage, HttpResponseMessage> After { get; set; } = (_, answer) => answer;

    public IEnumerable<string> Keys => _clients.Values.Select(c => c.Key);

    public IReadOnlyCollection<string> Ids => _clients.Keys;

    public string KeyOf(string id) => _clients[id].Key;

    public JsonObject Client(string id) => _clients[id].Client;

    /// <summary>Gives a client another key, as an operator would.</summary>
    public string Replace(string id)
    {
        string key = NewKey();
        _clients[id] = (_clients[id].Client, key);
        return key;
    }

    public void Remove(string id) => _clients.Remove(id);

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await Before(request, cancellationToken) is { } early)
        {
            return early;
        }

        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(CancellationToken.None);
        lock (_gate)
        {
            return After(request, Answer(request, body));
        }
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string body)
    {
        if (request.RequestUri!.AbsoluteUri == Endpoint)
        {
            return request.Method == HttpMethod.Post ? Create((JsonObject)JsonNode.Parse(body)!) : Of(404);
        }

        string? id = _clients.Keys.FirstOrDefault(known => new Uri(AddressOf(known)) == request.RequestUri);
        if (id is null || request.Headers.Authorization?.Parameter != _clients[id].Key)
        {
            return Of(401, """{"error":"invalid_token","error_description":"the token is not valid"}""");
        }

        if (request.Method == HttpMethod.Delete)
        {
            _clients.Remove(id);
            return new HttpResponseMessage(DeleteStatus);
        }

        if (request.Method == HttpMethod.Put)
        {
            JsonObject sent = (JsonObject)JsonNode.Parse(body)!;
            if (sent["client_id"]?.GetValue<string>() != id)
            {
                return Of(400, """{"error":"invalid_request","error_description":"client_id is missing"}""");
            }

            foreach (string name in (string[])["client_secret", "client_id_issued_at"])
            {
                sent[name] = _clients[id].Client[name]?.DeepClone();
            }

            if (NewSecretOnPut)
            {
                sent["client_secret"] = $"secret-{++_issued}";
            }

            _clients[id] = (Stored(sent), RotatesOnPut ? NewKey() : _clients[id].Key);
            return Tell(id, HttpStatusCode.OK, TellsKey);
        }

        if (RotatesOnRead)
        {
            Replace(id);
        }

        return Tell(id, HttpStatusCode.OK, TellsKey, Hides);
    }

    private HttpResponseMessage Create(JsonObject sent)
    {
        string id = $"client-{++_issued:000}";
        sent["client_id"] = id;
        sent["client_secret"] = $"secret-{_issued}";
        sent["client_id_issued_at"] = 1_700_000_000;
        _clients[id] = (Stored(sent), NewKey());
        return Tell(id, CreateStatus, IssuesKey);
    }

    private HttpResponseMessage Tell(string id, HttpStatusCode status, bool withKey, params string[] hidden)
    {
        var told = (JsonObject)_clients[id].Client.DeepClone();
        foreach (string name in hidden)
        {
            told.Remove(name);
        }

        told["client_secret_expires_at"] = 0;
        if (withKey)
        {
            told["registration_access_token"] = _clients[id].Key;
            told["registration_client_uri"] = AddressOf(id);
        }

        Show(told);
        return Of((int)status, told.ToJsonString());
    }

    private JsonObject Stored(JsonObject sent)
    {
        foreach (string name in Drops)
        {
            sent.Remove(name);
        }

        return sent;
    }

    private string NewKey() => $"registration-key-{++_issued:0000}";

    public static HttpResponseMessage Of(int status, string? body = null) => WireAnswer.Of(status, body).ToResponse();
}
