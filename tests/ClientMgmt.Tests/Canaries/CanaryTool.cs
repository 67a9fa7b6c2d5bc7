using ClientMgmt.Cli;
using ClientMgmt.Tests.Cli;

namespace ClientMgmt.Tests.Canaries;

/// <summary>What the tool prints.</summary>
internal static class CanaryTool
{
    /// <summary>The place of the secrets that the server gave to the clients of the tool.</summary>
    public const string NewSecret = "the secret of a new client";

    private const string Registration = nameof(Backend.DynamicRegistration);

    public static async Task LookAsync(Sightings seen)
    {
        seen.Look("output of demo", await RunAsync(["demo"]));
        seen.Look("output of a mistake", await RunAsync(["demo", "--token", "x"]));
        using var stop = new CancellationTokenSource();
        seen.Look("output of sandbox", await RunAsync(["sandbox", "--port", "0"], stop));
        await LookAtRegistrationsAsync(seen);
    }

    /// <summary>Whatever the tool says of a client that has a key of its own, with all there is to say, but without being asked for secrets.</summary>
    private static async Task LookAtRegistrationsAsync(Sightings seen)
    {
        await using Tool tool = await Tool.StartAsync();
        var secrets = new HashSet<(string Place, string Secret)>();
        seen.Keeps = true;
        foreach (string format in new[] { "table", "json", "yaml" })
        {
            ToolResult created = await RunAsync(seen, tool, format, "client", "create", "--client-name", "x", "--redirect-uri", "https://a.example/cb");
            string id = tool.Sandbox.DynamicRegistration.ClientIds.Single();
            Assert.That(created.ExitCode, Is.Zero, created.Error);
            ToolResult shown = await tool.RunAsync("client", "get", id, "--provider", Registration, "--show-secrets", "--output", "json");
            secrets.Add((NewSecret, shown["client_secret"]!));
            (string address, string file) = ($"{tool.Sandbox.DynamicRegistration.RegistrationEndpoint}/{id}", $"{format}.key");
            string[][] commands =
            [
                ["client", "get", id], ["client", "list"], ["client", "update", id, "--client-name", "y"], ["client", "get", id],
                ["client", "rotate-secret", id], ["scope", "list"], ["scope", "get", id], ["export"], ["providers", "--check"],
                ["registration", "list"], ["registration", "list", "--check"], ["registration", "export", id],
                ["registration", "export", id, "--secret-out", file], ["registration", "forget", id, "--yes"], ["client", "get", id],
                ["registration", "import", id, "--uri", "x", "--token-file", file],
                ["registration", "import", id, "--uri", address, "--token-file", file],
                ["registration", "import", id, "--uri", address, "--token-file", file], ["client", "delete", id, "--yes"],
            ];
            foreach (string[] command in commands)
            {
                secrets.Add(("the key to a client", tool.Sandbox.DynamicRegistration.FindToken(id)!));
                await RunAsync(seen, tool, format, command);
            }

            Assert.That(tool.Sandbox.DynamicRegistration.ClientIds, Is.Empty, "or else the key was not imported");
        }

        foreach ((string place, string secret) in secrets)
        {
            seen.LookBack(place, secret);
        }

        seen.Keeps = false;
    }

    private static async Task<ToolResult> RunAsync(Sightings seen, Tool tool, string format, params string[] command)
    {
        ToolResult result = await tool.RunAsync([.. command, "--provider", Registration, "--output", format, "--verbose"]);
        seen.Look($"output of {string.Join(' ', command.Take(2))}", result.Output + result.Error);
        return result;
    }

    private static async Task<string> RunAsync(string[] args, CancellationTokenSource? stop = null)
    {
        using var output = new Writer(stop);
        using var error = new StringWriter();
        await Program.RunAsync(args, output, error, stop?.Token ?? default);
        return $"{output}{error}";
    }

    /// <summary>Stops the command as soon as it has printed something and waits.</summary>
    private sealed class Writer(CancellationTokenSource? stop) : StringWriter
    {
        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            if (stop is not null)
            {
                await stop.CancelAsync();
            }
        }
    }
}
