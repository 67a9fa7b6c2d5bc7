using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.Http;

/// <summary>An answer, ready to be sent.</summary>
internal sealed record Reply(int Status, string Body = "", string? ContentType = null)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the request is refused, for who looks at the log: what the answer itself does not say.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the body is sent in chunks, without a length.</summary>
    public bool Chunked { get; init; }

    /// <summary>What is answered instead, after a while.</summary>
    public Later? Later { get; init; }

    /// <summary>Whether HTTP lets an answer with this status have a body.</summary>
    public bool MayHaveBody => Status is not (Status204NoContent or Status205ResetContent or Status304NotModified);

    /// <summary>Does something with the answer, now or when there is one.</summary>
    public Reply Then(Func<Reply, Reply> change) =>
        Later is { } later ? this with { Later = new Later(later.After, () => later.Answer().Then(change)) } : change(this);

    public static Reply Empty(int status, string? reason = null) => new(status) { Reason = reason };

    public static Reply Json(int status, JsonNode body, string contentType = "application/json") =>
        new(status, JsonText.Write(body), contentType);

    public static string HttpDate(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The same, with the Date header that the server's own clock says; the web server would look at another clock.</summary>
    public Reply Dated(TimeProvider clock)
    {
        Headers.TryAdd("Date", HttpDate(clock.GetUtcNow()));
        return this;
    }

    public byte[] Bytes() => MayHaveBody ? Encoding.UTF8.GetBytes(Body) : [];

    /// <summary>The headers as they are sent, but for those that the connection needs.</summary>
    public Dictionary<string, string> AllHeaders()
    {
        var all = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase);
        if (ContentType is not null)
            all["Content-Type"] = ContentType;
        return all;
    }

    /// <summary>Sets status and headers, and returns the body that is to follow.</summary>
    public byte[] Begin(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach ((string name, string value) in Headers)
            response.Headers[name] = value;
        if (ContentType is not null)
            response.ContentType = ContentType;
        byte[] bytes = Bytes();
        if (MayHaveBody && (!Chunked || bytes.Length == 0))
            response.ContentLength = bytes.Length;
        return bytes;
    }

    public async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        byte[] bytes = Begin(response);
        if (MayHaveBody)
            await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }
}
