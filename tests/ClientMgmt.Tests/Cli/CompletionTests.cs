using System.Text.Json.Nodes;

namespace ClientMgmt.Tests.Cli;

/// <summary>The script of bash in a real bash.</summary>
[TestFixture]
[Platform(Bash.Platforms)]
internal sealed class CompletionTests
{
    private Bash _bash = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _bash = await Bash.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(_bash.Folder, "clientmgmt.json"), Settings("main", "$(touch hit)"));
        await File.WriteAllTextAsync(Path.Combine(_bash.Folder, "other.json"), Settings("elsewhere"));
        await File.WriteAllTextAsync(Path.Combine(_bash.Folder, "clients.yaml"), "");
        await _bash.RunAsync("source <(clientmgmt completion bash)", 0, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _bash.DisposeAsync();

    [CancelAfter(30_000)]
    [TestCase("clientmgmt client en", new[] { "enable" })]
    [TestCase("clientmgmt client list --output ", new[] { "json", "jsonl", "markdown", "table", "yaml" })]
    [TestCase("clientmgmt client list --provider ", new[] { "$(touch hit)", "main" })]
    [TestCase("clientmgmt client list --config other.json --provider ", new[] { "elsewhere" })]
    [TestCase("clientmgmt plan -f cl", new string[0])]
    public async Task What_may_follow_is_offered_and_nothing_else(string line, string[] expected, CancellationToken cancellationToken)
    {
        string[] words = line.Split(' ');
        IReadOnlyList<string> offered = await _bash.RunAsync(
            $"""COMP_WORDS=({string.Join(' ', words.Select(w => $"'{w}'"))}); COMP_CWORD={words.Length - 1}; COMP_LINE='{line}'; """
            + $"""COMP_POINT={line.Length}; _clientmgmt; printf '%s\n' "$""" + """{COMPREPLY[@]}" """,
            0,
            cancellationToken);

        Assert.That(offered.Order(StringComparer.Ordinal), Is.EqualTo(expected));
        Assert.That(Path.Combine(_bash.Folder, "hit"), Does.Not.Exist);
    }

    private static string Settings(params string[] providers) => new JsonObject
    {
        ["ClientManagement"] = new JsonObject
        {
            ["Providers"] = new JsonObject(providers.Select(p => KeyValuePair.Create(p, (JsonNode?)new JsonObject { ["Backend"] = "DocSpace" }))),
        },
    }.ToJsonString();
}
