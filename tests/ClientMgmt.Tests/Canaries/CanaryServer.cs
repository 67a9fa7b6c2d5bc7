using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Tests.Wire;

namespace ClientMgmt.Tests.Canaries;

/// <summary>A server that tells secrets at every opportunity, and repeats all that was sent.</summary>
internal sealed class CanaryServer(Backend backend, string behaviour, bool isExchangeHit)
{
    public const string Success = "success";

    private const string RefusesOnce = "refuses the credential once";

    private const string AuthleteClient = $$"""
        {
          "clientId":17, "clientName":"Old", "clientSecret":"{{Canary.StoredSecret}}",
          "registrationAccessToken":"{{Canary.RegistrationToken}}",
          "jwks":"{\"keys\":[{\"kty\":\"RSA\",\"d\":\"{{Canary.PrivateKey}}\"}]}", "future":{"secret":"{{Canary.UnknownMember}}"},
          "requestableScopes":["openid"], "latestGrantedScopes":["openid"], "totalCount":1
        }
        """;

    private const string PortalClient = $$"""
        {
          "client_id":"17", "name":"Old", "redirect_uris":["https://a.example.com/cb"], "scopes":["openid"], "enabled":true,
          "future":{"secret":"{{Canary.UnknownMember}}"}, "registration_access_token":"{{Canary.RegistrationToken}}",
          "client_secret":"{{Canary.StoredSecret}}"
        }
        """;

    private const string RegisteredClient = $$"""
        {
          "client_id":"17", "client_name":"Old", "redirect_uris":["https://a.example.com/cb"], "scope":"openid",
          "jwks":{"keys":[{"kty":"RSA","d":"{{Canary.PrivateKey}}"}]}, "future":{"secret":"{{Canary.UnknownMember}}"},
          "registration_access_token":"{{Canary.ClientKey}}", "registration_client_uri":"{{WireHost.Issuer}}/{{Canary.ClientAddress}}",
          "client_secret":"{{Canary.StoredSecret}}", "issuer":"{{WireHost.Issuer}}", "scopes_supported":["openid"]
        }
        """;

    private const string Rotated = $$"""
        {
          "newClientSecret":"{{Canary.RotatedSecret}}", "oldClientSecret":"{{Canary.PreviousSecret}}",
          "client_secret":"{{Canary.RotatedSecret}}", "future":"{{Canary.UnknownMember}}"
        }
        """;

    private int _exchanges;
    private readonly JsonObject _client = JsonNode.Parse(backend switch
    {
        Backend.DocSpace => PortalClient,
        Backend.DynamicRegistration => RegisteredClient,
        _ => AuthleteClient,
    })!.AsObject();

    /// <summary>All that it can do, by name.</summary>
    public static IEnumerable<string> Behaviours =>
    [
        Success, RefusesOnce,
        .. new[] { 400, 401, 403, 404, 409, 422, 429, 500, 503 }.Select(status => $"{status} repeating the headers"),
        "400 repeating the address", "400 repeating the body", "502 as HTML", "302 elsewhere", "never connected",
        "broken connection", "broken stream", "half a body", "half a document", "other types",
    ];

    /// <summary>The secrets that went over the wire.</summary>
    public HashSet<string> Passed { get; } = [];

    /// <summary>How many requests are still answered as they should be before the behaviour begins.</summary>
    public int Patience { get; set; }

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        string headers = string.Join(' ', request.Headers.SelectMany(h => h.Value.Prepend(h.Key)));
        Pass(headers + Uri.UnescapeDataString(request.RequestUri!.Query) + body);
        if (request.Headers.Authorization is { Scheme: "Basic", Parameter: { } basic })
        {
            Pass(Encoding.ASCII.GetString(Convert.FromBase64String(basic)));
        }

        bool isExchange = request.RequestUri.AbsolutePath.EndsWith("/oauth2/token", StringComparison.Ordinal);
        Pass($"{Canary.Header} {Canary.Cookie}");
        HttpResponseMessage answer = isExchange != isExchangeHit || (!isExchange && Patience-- > 0)
            ? Reply(200, Document(request, body, isExchange))
            : Misbehave(request, headers, body, isExchange);
        answer.Headers.TryAddWithoutValidation("X-Token", Canary.Header);
        if (behaviour != RefusesOnce)
        {
            // An empty 403 of DocSpace with a cookie is not about the credential.
            answer.Headers.TryAddWithoutValidation("Set-Cookie", $"session={Canary.Cookie}");
        }

        return answer;
    }

    private string Pass(string text)
    {
        Passed.UnionWith(Canary.In(text));
        return text;
    }

    private HttpResponseMessage Misbehave(HttpRequestMessage request, string headers, string body, bool isExchange)
    {
        string document = Document(request, body, isExchange);
        string error = Pass($"{Canary.TransportError} {headers} {request.RequestUri!.AbsoluteUri}");
        switch (behaviour)
        {
            case Success:
                return Reply(200, document);
            case RefusesOnce:
                Patience = 1000;
                return Reply(backend == Backend.DocSpace ? 403 : 401, backend == Backend.DocSpace ? "" : ErrorBody([headers]));
            case "400 repeating the address":
                return Reply(400, ErrorBody([Uri.UnescapeDataString(request.RequestUri.PathAndQuery)]));
            case "400 repeating the body":
                return Reply(400, ErrorBody([.. Canary.WholeIn(body)]));
            case "502 as HTML":
                return Reply(502, $"<html>{Canary.Body} {headers}</html>");
            case "302 elsewhere":
                HttpResponseMessage redirect = Reply(302, "");
                redirect.Headers.Location = new Uri($"https://elsewhere.example.test/?token={Canary.Header}");
                return redirect;
            case "never connected":
                throw new HttpRequestException(HttpRequestError.NameResolutionError, error, new IOException(error));
            case "broken connection":
                throw new HttpRequestException(HttpRequestError.ResponseEnded, error, new IOException(error));
            case "broken stream":
                throw new IOException(error, new IOException(error));
            case "half a body":
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new HalfContent(document, error) };
            case "half a document":
                return Reply(200, document[..^2]);
            case "other types":
                return Reply(200, $$"""
                    {"client_id":{"x":"{{Canary.Body}}"},"clientId":["{{Canary.Body}}"],"clients":"{{Canary.Body}}","data":7}
                    """);
            default:
                return Reply(int.Parse(behaviour[..3]), ErrorBody([headers]), headers);
        }
    }

    private string Document(HttpRequestMessage request, string body, bool isExchange)
    {
        if (isExchange)
        {
            string value = _exchanges++ == 0 ? Canary.ExchangedSignature : Canary.RenewedSignature;
            return $$"""{"response":"{{value}}","future":"{{Canary.UnknownMember}}"}""";
        }

        if (request.RequestUri!.AbsolutePath.EndsWith("/scopes", StringComparison.Ordinal))
        {
            return $$"""[{"name":"a","group":"g","type":"t","future":"{{Canary.UnknownMember}}"}]""";
        }

        if (request.Method == HttpMethod.Put && backend == Backend.DocSpace)
        {
            _client["name"] = JsonNode.Parse(body)!["name"]!.DeepClone();
        }

        if (request.Method == HttpMethod.Put && backend == Backend.DynamicRegistration)
        {
            _client["client_name"] = JsonNode.Parse(body)!["client_name"]!.DeepClone();
        }

        if (request.RequestUri.AbsolutePath is var path && (path.Contains("/secret/refresh/") || path.EndsWith("/regenerate")))
        {
            return Rotated;
        }

        if (!request.RequestUri.Query.Contains("start=") && !request.RequestUri.Query.Contains("limit="))
        {
            return _client.ToJsonString();
        }

        JsonObject entry = _client.DeepClone().AsObject();
        if (path.EndsWith("/consents"))
        {
            entry = new JsonObject { ["registered_client_id"] = "17", ["scopes"] = "openid", ["client"] = entry };
        }

        return new JsonObject
        {
            ["totalCount"] = 1,
            ["clients"] = new JsonArray(entry),
            ["data"] = new JsonArray(entry.DeepClone()),
            ["future"] = Canary.UnknownMember,
        }.ToJsonString();
    }

    private string ErrorBody(IReadOnlyList<string> echoes)
    {
        string echo = JsonSerializer.Serialize(string.Join(' ', echoes));
        return $$"""
            {
              "resultCode":{{echo}}, "resultMessage":{{echo}}, "detail":{{echo}}, "error_description":{{echo}}, "title":"{{Canary.ErrorMember}}",
              "error":{"clientSecret":"{{Canary.ErrorMember}}"}, "client_secret":"{{Canary.ErrorMember}}",
              "errors":[{"field":{{echo}},"message":{{echo}},"code":{{echo}},"rejectedValue":"{{Canary.ErrorMember}}"}]
            }
            """;
    }

    private HttpResponseMessage Reply(int status, string body, string? requestId = null)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(Pass(body), Encoding.UTF8, body.StartsWith('<') ? "text/html" : "application/json"),
        };
        answer.Headers.TryAddWithoutValidation("X-Request-Id", requestId);
        return answer;
    }

    private sealed class HalfContent(string document, string error) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(document[..(document.Length / 2)]));
            throw new IOException(error);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
