using System.Diagnostics;
using System.Text.Json.Nodes;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Cli;

/// <summary>
/// Ten thousand clients need no more memory than a few: the tool, in a process of its own, gets so little of it that the clients do
/// not fit in at once. What else the machine does plays no part, since the runtime collects before it gives up.
/// </summary>
internal sealed class MemoryTests : ToolFixture
{
    private const int CharactersOfEachClient = 20_000;

    // With a page of clients in all its forms, the tool needs about half of it.
    private const long Limit = 32 * 1024 * 1024;

    private static int Clients => Figure.IsFull ? 10_000 : 2_600;

    [TestCase("client", "list", "--output", "table")]
    [TestCase("client", "list", "--output", "json")]
    [TestCase("client", "list", "--output", "yaml")]
    [TestCase("export")]
    [TestCase("export", "--output", "json")]
    [TestCase("export", "--out", "clients/")]
    public async Task Clients_that_do_not_fit_into_memory_are_read_all_the_same(params string[] args)
    {
        // Even with one byte for each character; a text in memory needs two.
        Assert.That((long)Clients * CharactersOfEachClient, Is.GreaterThan(1.5 * Limit));
        string[] ids = Seed(Backend.DocSpace, Clients);
        string description = new('x', CharactersOfEachClient);
        foreach (string id in ids)
        {
            JsonObject client = Tool.Sandbox.DocSpace.FindClient(SandboxDefaults.Portal, id)!;
            client["description"] = description;
            Tool.Sandbox.DocSpace.PutClient(SandboxDefaults.Portal, id, client);
        }

        using Process process = ToolProcess.Start(
            Tool, [.. args, "--provider", "DocSpace"], ("DOTNET_GCHeapHardLimit", $"{Limit:X}"), ("DOTNET_gcServer", "0"));
        Task<string> error = process.StandardError.ReadToEndAsync();
        long written = await CountAsync(process.StandardOutput);
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.EqualTo(ExitCode.Done), await error);
        Figure.Print($"{string.Join(' ', args)}: {Clients} clients, {written} characters, within {Limit} bytes");
    }

    private static async Task<long> CountAsync(StreamReader output)
    {
        char[] buffer = new char[16 * 1024];
        long count = 0;
        while (await output.ReadAsync(buffer) is > 0 and var read)
        {
            count += read;
        }

        return count;
    }
}
