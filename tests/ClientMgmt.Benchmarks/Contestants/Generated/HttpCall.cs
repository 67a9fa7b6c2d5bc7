namespace ClientMgmt.Http;

/// <summary>What nswag.json names as the HTTP client of the generated clients; here it is one, and no more.</summary>
internal sealed class HttpCall(HttpClient http) : IDisposable
{
    public Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, HttpCompletionOption completionOption, CancellationToken cancellationToken) =>
        http.SendAsync(request, completionOption, cancellationToken);

    public void Dispose() => http.Dispose();
}
