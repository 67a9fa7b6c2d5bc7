using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
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

    /// <summary>The body as it was sent; <see cref="Body"/> is it as UTF-8.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Which request of its connection it is, from 1 on.</summary>
    public required int OnConnection { get; init; }

    public required string? RemoteAddress { get; init; }

    public string? MediaType =>
        MediaTypeHeaderValue.TryParse(Headers.ContentType.ToString(), out MediaTypeHeaderValue? parsed)
            ? parsed.MediaType?.ToLowerInvariant()
            : null;

    /// <summary>The path as text, with everything decoded.</summary>
    public string DecodedPath => "/" + string.Join('/', Segments);

    /// <summary>Whether it is for the sandbox itself. At the root only who asks for a page is: a program that strays there is none.</summary>
    public bool IsControl => Segments is ["sandbox", ..] || (Segments is [""] && (Method is "GET" or "HEAD") && AsksForPage);

    private bool AsksForPage => Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public bool IsForm => MediaType == "application/x-www-form-urlencoded";

    public bool IsJson => MediaType == "application/json";

    public static async Task<Incoming> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int query = target.IndexOf('?', StringComparison.Ordinal);
        string path = WithoutAuthority(query < 0 ? target : target[..query]);
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        using var reader = new StreamReader(content, Encoding.UTF8);
        return new Incoming
        {
            Method = context.Request.Method.ToUpperInvariant(),
            Target = target,
            Path = path,
            Segments = [.. path.TrimStart('/').Split('/').Select(Uri.UnescapeDataString)],
            Query = Values.Parse(query < 0 ? "" : target[(query + 1)..]),
            Headers = context.Request.Headers,
            Content = content.ToArray(),
            Body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false),
            OnConnection = Number(context),
            RemoteAddress = context.Connection.RemoteIpAddress?.ToString(),
        };
    }

    /// <summary>The same request, seen from below its first segments.</summary>
    public Incoming Below(int segments) => new()
    {
        Method = Method,
        Target = Target,
        Path = "/" + string.Join('/', Path.TrimStart('/').Split('/').Skip(segments)),
        Segments = [.. Segments.Skip(segments)],
        Query = Query,
        Headers = Headers,
        Body = Body,
        Content = Content,
        OnConnection = OnConnection,
        RemoteAddress = RemoteAddress,
    };

    private static int Number(HttpContext context)
    {
        IDictionary<object, object?> items = context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        int number = items.TryGetValue(typeof(Incoming), out object? earlier) ? (int)earlier! + 1 : 1;
        items[typeof(Incoming)] = number;
        return number;
    }

    private static string WithoutAuthority(string path)
    {
        int scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (path.StartsWith('/') || scheme < 0)
            return path;
        int slash = path.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : path[slash..];
    }
}
