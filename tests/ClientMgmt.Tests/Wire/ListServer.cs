using System.Globalization;
using System.Threading.Channels;
using System.Web;

namespace ClientMgmt.Tests.Wire;

/// <summary>A server with a list of clients, which may keep its answers back and may change between them.</summary>
internal sealed class ListServer(Backend backend, IEnumerable<int> ids)
{
    private readonly Channel<int> _arrived = Channel.CreateUnbounded<int>();
    private readonly Channel<int> _ended = Channel.CreateUnbounded<int>();
    private readonly List<TaskCompletionSource> _gates = [];
    private int _inFlight;

    public List<int> Ids { get; } = [.. ids];

    /// <summary>How many clients the server says there are; by default as many as there are.</summary>
    public Func<int, int?> Total { get; init; } = count => count;

    /// <summary>The most clients of an answer.</summary>
    public int Cap { get; init; } = int.MaxValue;

    /// <summary>Which clients the credential may see.</summary>
    public Func<int, bool> Sees { get; init; } = _ => true;

    /// <summary>Called with the number of each request before it is answered.</summary>
    public Action<ListServer, int>? OnRequest { get; init; }

    /// <summary>From which request on answers wait.</summary>
    public int HoldFrom { get; set; } = int.MaxValue;

    /// <summary>The requests that are refused.</summary>
    public int[] Refused { get; init; } = [];

    /// <summary>What was asked for: <c>start-end</c> on Authlete, the cursor or the number of the page on DocSpace.</summary>
    public List<string> Asked { get; } = [];

    public int MostInFlight { get; private set; }

    public WireHost Host(Action<ProviderOptions>? change = null) => WireHost.For(backend, change).OnAny(AnswerAsync);

    /// <summary>Waits for so many requests to arrive.</summary>
    public Task ArrivedAsync(int count, CancellationToken cancellationToken) => CountAsync(_arrived, count, cancellationToken);

    /// <summary>Waits for so many requests to be answered or given up.</summary>
    public Task EndedAsync(int count, CancellationToken cancellationToken) => CountAsync(_ended, count, cancellationToken);

    /// <summary>Lets one answer go.</summary>
    public void Release(int request) => _gates[request].SetResult();

    /// <summary>Lets all go, also those to come.</summary>
    public void Release()
    {
        HoldFrom = int.MaxValue;
        _gates.ForEach(gate => gate.TrySetResult());
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task gate;
        int number;
        lock (_gates)
        {
            number = Asked.Count;
            Asked.Add(Window(request.RequestUri!));
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _gates.Add(source);
            gate = number >= HoldFrom ? source.Task : Task.CompletedTask;
            OnRequest?.Invoke(this, number);
        }

        _arrived.Writer.TryWrite(number);
        try
        {
            await gate.WaitAsync(cancellationToken);
            return (Refused.Contains(number) ? WireAnswer.Of(403) : WireAnswer.Ok(Page(Asked[number]))).ToResponse();
        }
        finally
        {
            lock (_gates)
            {
                _inFlight--;
            }

            _ended.Writer.TryWrite(number);
        }
    }

    private static async Task CountAsync(Channel<int> channel, int count, CancellationToken cancellationToken)
    {
        for (int i = 0; i < count; i++)
        {
            await channel.Reader.ReadAsync(cancellationToken);
        }
    }

    private string Window(Uri uri)
    {
        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(uri.Query);
        return backend != Backend.DocSpace ? $"{query["start"]}-{query["end"]}"
            : query["page"] is { } page ? $"page {page}"
            : query["last_client_id"] ?? "";
    }

    private string Page(string asked)
    {
        if (backend != Backend.DocSpace)
        {
            int[] window = [.. asked.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
            IEnumerable<int> clients = Ids.Take(window[1]).Skip(window[0]).Where(Sees).Take(Cap);
            string total = Total(Ids.Count) is { } count ? $"\"totalCount\":{count}," : "";
            return $"{{{total}\"clients\":[{string.Join(',', clients.Select(id => $"{{\"clientId\":{id}}}"))}]}}";
        }

        // Pages of one client.
        int index = asked.StartsWith("page ", StringComparison.Ordinal) ? int.Parse(asked[5..], CultureInfo.InvariantCulture)
            : asked.Length == 0 ? 0
            : Ids.IndexOf(int.Parse(asked, CultureInfo.InvariantCulture)) + 1;
        string data = index < Ids.Count ? $"{{\"client_id\":\"{Ids[index]}\"}}" : "";
        string cursor = index < Ids.Count - 1
            ? $"\"last_client_id\":\"{Ids[index]}\",\"last_created_on\":\"2026-01-02T03:04:05Z\""
            : "\"last_client_id\":null,\"last_created_on\":null";
        return $"{{\"data\":[{data}],{cursor}}}";
    }
}
