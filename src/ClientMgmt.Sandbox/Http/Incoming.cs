using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ClientMgmt.Sandbox.Http;

/// <summary>
/// One request, read whole. The path is split and decoded here from the raw target: the framework's own path has
/// lost the difference between a slash and an encoded slash, and has resolved dot segments.
/// </summary>
internal sealed class Incoming
{
    public required string Method { get; init; }

    public required string Target { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyList<string> Segments { get; init; }

    public required Values Query { get; init; }

    public required IHeaderDictionary Headers { get; init; }

    public required string Body { get; init; }

    public required string? RemoteAddress { get; init; }

    public string? MediaType =>
        MediaTypeHeaderValue.TryParse(Headers.ContentType.ToString(), out MediaTypeHeaderValue? parsed)
            ? parsed.MediaType?.ToLowerInvariant()
            : null;

    /// <summary>The path as text, with everything decoded.</summary>
    public string DecodedPath => "/" + string.Join('/', Segments);

    public bool IsControl => Segments is ["sandbox", ..];

    public bool IsForm => MediaType == "application/x-www-form-urlencoded";

    public bool IsJson => MediaType == "application/json";

    public static async Task<Incoming> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int query = target.IndexOf('?', StringComparison.Ordinal);
        string path = WithoutAuthority(query < 0 ? target : target[..query]);
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        return new Incoming
        {
            Method = context.Request.Method.ToUpperInvariant(),
            Target = target,
            Path = path,
            Segments = [.. path.TrimStart('/').Split('/').Select(Uri.UnescapeDataString)],
            Query = Values.Parse(query < 0 ? "" : target[(query + 1)..]),
            Headers = context.Request.Headers,
            Body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false),
            RemoteAddress = context.Connection.RemoteIpAddress?.ToString(),
        };
    }

    /// <summary>The same request, seen from below its first segments.</summary>
    public Incoming Below(int segments) => new()
    {
        Method = Method,
        Target = Target,
        Path = Path,
        Segments = [.. Segments.Skip(segments)],
        Query = Query,
        Headers = Headers,
        Body = Body,
        RemoteAddress = RemoteAddress,
    };

    private static string WithoutAuthority(string path)
    {
        int scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (path.StartsWith('/') || scheme < 0)
            return path;
        int slash = path.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : path[slash..];
    }
}
