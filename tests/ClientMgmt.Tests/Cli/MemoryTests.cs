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

    private static readonly string[] s_commands =
    [
        "client list --output table", "export",
        .. Figure.IsFull ? (string[])["client list --output json", "client list --output yaml", "export --output json", "export --out clients/"] : [],
    ];

    [Test]
    public async Task Clients_that_do_not_fit_into_memory_are_read_all_the_same()
    {
        // Even with one byte for each character; a text in memory needs two.
        Assert.That((long)Clients * CharactersOfEachClient, Is.GreaterThan(1.5 * Limit));
        SeedLongDescriptions();

        foreach (string command in s_commands)
        {
            Assert.That(await FailureAsync(command), Is.Empty);
        }
    }

    private void SeedLongDescriptions()
    {
        string[] ids = Seed(Backend.DocSpace, Clients);
        string description = new('x', CharactersOfEachClient);
        foreach (string id in ids)
        {
            JsonObject client = Tool.Sandbox.DocSpace.FindClient(SandboxDefaults.Portal, id)!;
            client["description"] = description;
            Tool.Sandbox.DocSpace.PutClient(SandboxDefaults.Portal, id, client);
        }
    }

    private async Task<string> FailureAsync(string command)
    {
        using Process process = ToolProcess.Start(
            Tool, [.. command.Split(' '), "--provider", "DocSpace"], ("DOTNET_GCHeapHardLimit", $"{Limit:X}"), ("DOTNET_gcServer", "0"));
        Task<string> error = process.StandardError.ReadToEndAsync();
        long written = await CountAsync(process.StandardOutput);
        await process.WaitForExitAsync();

        Figure.Print($"{command}: {Clients} clients, {written} characters, within {Limit} bytes");
        return process.ExitCode == ExitCode.Done ? "" : $"{command}: {process.ExitCode} {await error}";
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
