using System.Net;

namespace ClientMgmt.Tests.Wire;

/// <summary>A request as it went out.</summary>
public sealed record WireRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>Method, path and query.</summary>
    public string Line => $"{Method} {new Uri(Url).PathAndQuery}";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<WireRequest> FromAsync(HttpRequestMessage request)
    {
        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync();
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers = request.Content is null
            ? request.Headers
            : request.Headers.Concat(request.Content.Headers);
        return new WireRequest(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase),
            body);
    }
}

/// <summary>An answer of the server.</summary>
public sealed record WireAnswer(HttpStatusCode Status, string? Body = null, string? ContentType = "application/json")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static WireAnswer Ok(string? body = null) => new(HttpStatusCode.OK, body);

    public static WireAnswer Of(int status, string? body = null) => new((HttpStatusCode)status, body);

    public HttpResponseMessage ToResponse()
    {
        var response = new HttpResponseMessage(Status) { Content = new StringContent(Body ?? "") };
        response.Content.Headers.Remove("Content-Type");
        if (ContentType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach ((string name, string value) in Headers)
        {
            _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public override string ToString() => $"{(int)Status} {Body}";
}
