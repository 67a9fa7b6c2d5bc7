using System.Net.Http.Headers;

namespace ClientMgmt.Benchmarks.Contestants;

/// <summary>An HttpClient and no more code around it than a call needs.</summary>
internal abstract class PlainContestant<TClient>(HttpClient http, Api api) : IContestant
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    public abstract string Name { get; }

    public async Task GetAsync(string clientId)
    {
        using HttpResponseMessage response = await http.GetAsync(api.Client(clientId), HttpCompletionOption.ResponseHeadersRead);
        await ReadAsync(response, ReadClientAsync);
    }

    public async Task CreateAsync()
    {
        using var content = new ByteArrayContent(WriteClient());
        content.Headers.ContentType = s_json;
        using var request = new HttpRequestMessage(HttpMethod.Post, api.Create) { Content = content };
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await ReadAsync(response, ReadClientAsync);
    }

    public async Task PageAsync()
    {
        using HttpResponseMessage response = await http.GetAsync(api.FirstPage, HttpCompletionOption.ResponseHeadersRead);
        await ReadAsync(response, ReadPageAsync);
    }

    public async Task ListAsync(Action read)
    {
        string? next = api.FirstPage;
        while (next is not null)
        {
            using HttpResponseMessage response = await http.GetAsync(next, HttpCompletionOption.ResponseHeadersRead);
            Page<TClient> page = await ReadAsync(response, ReadPageAsync);
            page.Clients.ForEach(_ => read());
            next = api.NextPage(next, page.Cursor);
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    public abstract ValueTask<TClient> ReadClientAsync(Stream json);

    protected abstract byte[] WriteClient();

    // The standard's registration has no list.
    protected virtual ValueTask<Page<TClient>> ReadPageAsync(Stream json) => throw new NotSupportedException();

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, Func<Stream, ValueTask<T>> read)
    {
        response.EnsureSuccessStatusCode();
        await using Stream json = await response.Content.ReadAsStreamAsync();
        return await read(json);
    }
}
