using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ClientMgmt.Benchmarks.Servers;

/// <summary>Answers every request with the same client at once, so that nothing but the caller is measured.</summary>
internal sealed class InMemoryServer(string client) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private static readonly byte[] s_signature = Encoding.UTF8.GetBytes("""{"response":"benchmark-signature"}""");

    private readonly byte[] _client = Encoding.UTF8.GetBytes(client);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        bool isExchange = request.RequestUri!.AbsolutePath.EndsWith("/oauth2/token", StringComparison.Ordinal);
        return new HttpResponseMessage(request.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(isExchange ? s_signature : _client) { Headers = { ContentType = s_json } },
        };
    }
}
