using System.Text.Json.Nodes;
using System.Text;
using ClientMgmt.Cli;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Cli;

[TestFixture]
internal sealed class SandboxCommandTests
{
    [Test]
    public async Task The_printed_settings_reach_the_running_sandbox_with_every_provider()
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(["sandbox", "--port", "0"], output, TextWriter.Null, stop.Token);
        string printed = await output.Flushed;
        string json = printed[printed.IndexOf('{', StringComparison.Ordinal)..(printed.LastIndexOf('}') + 1)];
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection("ClientManagement"));
        await using ServiceProvider built = services.BuildServiceProvider();
        var factory = built.GetRequiredService<IClientManagementFactory>();

        var counts = new List<int>();
        foreach (string provider in factory.Providers)
        {
            counts.Add(await factory.GetProvider(provider).ListAsync().CountAsync());
        }

        await stop.CancelAsync();
        Assert.That((counts, await command), Is.EqualTo((new[] { 0, 0, 0, 0 }, 0)));
    }

    [TestCase("Keycloak", "clients-registrations/openid-connect", 403)]
    [TestCase("NodeOidcProvider", "register", 400)]
    public async Task The_server_of_dynamic_client_registration_is_chosen_by_name(string name, string endpoint, int status)
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(["sandbox", "--port", "0", "--server", name], output, TextWriter.Null, stop.Token);
        string address = (await output.Flushed).Split("listens on ")[1].Split(". Ctrl-C")[0];
        using var http = new HttpClient();
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");

        using HttpResponseMessage response = await http.PostAsync(new Uri($"{address}as/{endpoint}"), body);

        await stop.CancelAsync();
        Assert.That(((int)response.StatusCode, await command), Is.EqualTo((status, 0)));
    }

    [Test]
    public async Task The_written_settings_reach_the_examples_of_every_provider_that_has_some()
    {
        string folder = Directory.CreateTempSubdirectory("clientmgmt-").FullName;
        var environment = new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = folder };
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(
            ["sandbox", "--port", "0", "--examples", "--config-out", "clientmgmt.json"], output, TextWriter.Null, environment, stop.Token);
        string printed = await output.Flushed;

        // Who registers a client alone can list it, so that there are no examples of dynamic registration.
        var names = new List<string>();
        foreach (string provider in Tool.Vendors.Select(b => b.ToString()))
        {
            using var list = new StringWriter();
            await Program.RunAsync(["client", "list", "--provider", provider, "--output", "json"], list, TextWriter.Null, environment);
            names.AddRange(JsonNode.Parse(list.ToString())!.AsArray().Select(c => $"{c!["client_name"]}").Order());
        }

        await stop.CancelAsync();
        await command;
        Directory.Delete(folder, recursive: true);
        Assert.That(names, Is.EqualTo(new[] { "Intranet", "Payroll", "Billing", "Orders", "Archive", "Wiki" }));
        Assert.That(printed, Does.Contain("The configuration for it is in clientmgmt.json.").And.Not.Contain("AccessToken"));
    }

    [TestCase("other.json", "is there already and says something else")]
    [TestCase("none/x.json", "cannot be written")]
    public async Task Settings_that_cannot_be_written_are_one_line_and_wrong_usage(string file, string message)
    {
        string folder = Directory.CreateTempSubdirectory("clientmgmt-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "other.json"), "{}");
        var environment = new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = folder };
        using var output = new StringWriter();
        using var error = new StringWriter();

        int exitCode = await Program.RunAsync(["sandbox", "--port", "0", "--config-out", file], output, error, environment);

        string kept = await File.ReadAllTextAsync(Path.Combine(folder, "other.json"));
        Directory.Delete(folder, recursive: true);
        Assert.That((exitCode, output.ToString(), kept), Is.EqualTo((3, "", "{}")));
        Assert.That(error.ToString().TrimEnd(), Does.StartWith($"clientmgmt: --config-out: {file} {message}").And.Not.Contain("\n"));
    }

    [Test]
    public async Task A_port_in_use_is_one_line_and_a_failure()
    {
        await using SandboxServer other = await SandboxServer.StartAsync();
        using var error = new StringWriter();

        int exitCode = await Program.RunAsync(["sandbox", "--port", $"{other.BaseAddress.Port}"], TextWriter.Null, error);

        Assert.That(
            (exitCode, error.ToString().TrimEnd()),
            Is.EqualTo((1, $"clientmgmt: cannot listen on port {other.BaseAddress.Port}: it is in use; choose another one with --port.")));
    }

    /// <summary>Tells what was written as soon as it is flushed.</summary>
    private sealed class FlushedWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Flushed => _flushed.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _flushed.TrySetResult(ToString());
            return Task.CompletedTask;
        }
    }
}
