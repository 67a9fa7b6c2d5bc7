using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Measuring;
using ClientMgmt.Benchmarks.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Benchmarks.Jobs;

/// <summary>
/// Long lists from a server that takes 20 ms for each request. The contestants read one page of 100 (DocSpace: 50) at a time,
/// as a loop does. A single page, as a user interface shows it, comes at once. And a list that is left after two clients.
/// </summary>
internal static class ListBenchmark
{
    private const int Milliseconds = 20;
    private const int FewClients = 150;
    private const int PagesAtOnce = 10;

    public static async Task<Result> RunAsync(Sizes sizes)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        var figures = new List<Figure>();
        foreach (Vendor vendor in Vendor.Listed)
        {
            await using var few = new Field(vendor, server.Address(FewClients));
            await Interleaved.JobsAsync(few.Each(c => ListAsync(c, FewClients)), 1);

            await using var all = new Field(vendor, server.Address(sizes.Listed, Milliseconds));
            Sample[][] samples = await Interleaved.JobsAsync(all.Each(c => ListAsync(c, sizes.Listed)), sizes.JobRounds);
            figures.AddRange(Figure.Ratios($"{vendor.Name} list: time", all.Names, samples, s => s.Microseconds));
            figures.Add(Figure.Of($"{vendor.Name} list: seconds of Newtonsoft", samples[0].Select(s => s.Microseconds / 1e6)));

            await using var pages = new Field(vendor, server.Address(sizes.Listed));
            Func<Task>[] read = pages.Each(c => RepeatAsync(c.PageAsync, PagesAtOnce));
            await Interleaved.JobsAsync(read, sizes.WarmUps);
            figures.AddRange(Figure.Times(
                $"{vendor.Name} page: time", pages.Names, await Interleaved.JobsAsync(read, sizes.ShortRounds)));
            figures.Add(Figure.Of($"{vendor.Name} list left after two: requests", await LeaveAsync(vendor, server.Address(sizes.Listed))));
        }

        return new Result(figures);
    }

    private static async Task RepeatAsync(Func<Task> run, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await run();
        }
    }

    // How many requests were sent for two of many clients.
    private static async Task<int> LeaveAsync(Vendor vendor, Uri address)
    {
        var sent = new RequestCount();
        await using var library = Library.Create(vendor.Backend, address, http => http.AddHttpMessageHandler(() => sent));

        // DocSpace's signature is fetched once.
        await library.GetAsync(vendor.ClientId);
        int before = sent.Count;
        await library.Clients.ListAsync().Take(2).CountAsync();
        return sent.Count - before;
    }

    private sealed class RequestCount : DelegatingHandler
    {
        private int _count;

        public int Count => _count;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Lists all, and makes sure that all came.</summary>
    public static async Task ListAsync(IContestant contestant, int clients)
    {
        int count = 0;
        await contestant.ListAsync(() => count++);
        if (count != clients)
        {
            throw new InvalidOperationException($"{contestant.Name} listed {count} of {clients} clients.");
        }
    }
}
