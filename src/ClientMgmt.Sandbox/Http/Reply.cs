using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ClientMgmt.Sandbox.Http;

/// <summary>An answer, ready to be sent.</summary>
internal sealed record Reply(int Status, string Body = "", string? ContentType = null)
{
    public Dictionary<string, string> Headers { get; } = [];

    public static Reply Empty(int status) => new(status);

    public static Reply Json(int status, JsonNode body, string contentType = "application/json") =>
        new(status, JsonText.Write(body), contentType);

    public async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach ((string name, string value) in Headers)
            response.Headers[name] = value;
        if (ContentType is not null)
            response.ContentType = ContentType;
        if (Status == StatusCodes.Status204NoContent)
            return;
        byte[] bytes = Encoding.UTF8.GetBytes(Body);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }
}
