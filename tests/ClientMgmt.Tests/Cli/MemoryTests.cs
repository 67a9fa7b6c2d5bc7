using System.Collections.Concurrent;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>Ten thousand clients need no more memory than a few.</summary>
[TestFixture]
[NonParallelizable]
internal sealed class MemoryTests : ToolFixture
{
    private const int PageSize = 50;
    private const int PagesBetweenSamples = 4;

    // The ids that were seen, by which a list is without duplicates, and for an export the names by which it is sorted, are about
    // 200 bytes. A client itself needs several thousand.
    private const int BytesForEachClient = 1_000;

    private static int Clients => Figure.IsFull ? 10_000 : 4_000;

    [TestCase("client", "list", "--output", "table")]
    [TestCase("client", "list", "--output", "json")]
    [TestCase("client", "list", "--output", "yaml")]
    [TestCase("export")]
    [TestCase("export", "--output", "json")]
    [TestCase("export", "--out", "clients/")]
    public async Task What_is_held_hardly_grows_with_the_number_of_clients(params string[] args)
    {
        // DocSpace is read page by page: how many pages are under way at once does not matter then.
        Seed(Backend.DocSpace, Clients);
        var heap = new ConcurrentQueue<long>();
        int pages = 0;
        Tool.Sandbox.Faults.Add(new SandboxFault
        {
            PathContains = "/clients",
            Times = null,
            When = _ => Interlocked.Increment(ref pages) % PagesBetweenSamples == 0 && Sample(heap),
        });
        using var output = new Counted();

        ToolResult result = await Tool.RunAsync([.. args, "--provider", "DocSpace"], output, CancellationToken.None);

        int half = heap.Count / 2;
        long growth = (heap.Skip(half).Max() - heap.Take(half).Max()) / (half * PagesBetweenSamples * PageSize);
        Figure.Print($"{string.Join(' ', args)}: {Clients} clients, {output.Written} characters, {growth} bytes more for each client");
        Figure.Print(string.Join(" ", heap.Select(h => h / 1024)));
        Assert.That((result.ExitCode, heap.Count), Is.EqualTo((0, pages / PagesBetweenSamples)), result.Error);
        Assert.That(pages, Is.GreaterThanOrEqualTo(Clients / PageSize));
        Assert.That(growth, Is.LessThan(BytesForEachClient));
    }

    private static bool Sample(ConcurrentQueue<long> heap)
    {
        heap.Enqueue(GC.GetTotalMemory(forceFullCollection: true));
        return false;
    }

    /// <summary>Forgets what is written.</summary>
    private sealed class Counted : StringWriter
    {
        public long Written { get; private set; }

        public override void Write(char value) => Written++;

        public override void Write(char[] buffer, int index, int count) => Written += count;

        public override void Write(string? value) => Written += value?.Length ?? 0;

        public override void Write(ReadOnlySpan<char> buffer) => Written += buffer.Length;

        public override void WriteLine(string? value) => Written += 1 + (value?.Length ?? 0);
    }
}
