using System.Text.Json.Nodes;
using System.Text;
using ClientMgmt.Cli;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;
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
        using var folder = new TemporaryFolder();
        var environment = new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = folder.Path };
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
        Assert.That(names, Is.EqualTo(new[] { "Intranet", "Payroll", "Billing", "Orders", "Archive", "Wiki" }));
        Assert.That(printed, Does.Contain("The configuration for it is in clientmgmt.json.").And.Not.Contain("AccessToken"));
    }

    [TestCase("other.json", "is there already and says something else")]
    [TestCase("none/x.json", "cannot be written")]
    public async Task Settings_that_cannot_be_written_are_one_line_and_wrong_usage(string file, string message)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "other.json"), "{}");
        var environment = new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = folder.Path };
        using var output = new StringWriter();
        using var error = new StringWriter();

        int exitCode = await Program.RunAsync(["sandbox", "--port", "0", "--config-out", file], output, error, environment);

        string kept = await File.ReadAllTextAsync(Path.Combine(folder.Path, "other.json"));
        Assert.That((exitCode, output.ToString(), kept), Is.EqualTo((3, "", "{}")));
        Assert.That(error.ToString().TrimEnd(), Does.StartWith($"clientmgmt: --config-out: {file} {message}").And.Not.Contain("\n"));
    }

    [Test]
    public async Task What_it_holds_is_there_at_the_next_start_and_examples_are_not_added_twice()
    {
        using var folder = new TemporaryFolder();
        var environment = new ToolEnvironment { Variables = new Dictionary<string, string>(), CurrentFolder = folder.Path };
        var counts = new List<string>();
        for (int start = 0; start < 2; start++)
        {
            using var stop = new CancellationTokenSource();
            using var output = new FlushedWriter();
            Task<int> command = Program.RunAsync(
                ["sandbox", "--port", "0", "--examples", "--state", "sandbox.json"], output, TextWriter.Null, environment, stop.Token);
            string printed = await output.Flushed;
            using var http = new HttpClient();
            JsonNode all = JsonNode.Parse(await http.GetStringAsync(new Uri(Address(printed), "sandbox")))!;
            counts.Add(string.Join(' ', all["authlete"]!.AsArray().Concat(all["docSpace"]!.AsArray()).Select(p => $"{p!["clients"]}")));
            await stop.CancelAsync();
            await command;
            Assert.That(printed, Does.Contain($"what it holds is kept in {Path.Combine(folder.Path, "sandbox.json")}."));
        }

        Assert.That(counts, Is.EqualTo(new[] { "2 0 2 0 2", "2 0 2 0 2" }));
    }

    [Test]
    public async Task A_state_that_cannot_be_used_is_one_line_and_wrong_usage_and_stays()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "state.json");
        await File.WriteAllTextAsync(file, "{}");
        using var error = new StringWriter();

        int exitCode = await Program.RunAsync(["sandbox", "--port", "0", "--state", file], TextWriter.Null, error);

        Assert.That((exitCode, await File.ReadAllTextAsync(file)), Is.EqualTo((3, "{}")));
        Assert.That(error.ToString().TrimEnd(), Does.StartWith($"clientmgmt: The state file '{file}' is damaged").And.Not.Contain("\n"));
    }

    [Test]
    public async Task A_state_that_cannot_be_written_is_told_when_it_happens_and_the_exit_code_says_so()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        using var error = new StringWriter();
        Task<int> command = Program.RunAsync(["sandbox", "--port", "0", "--state", Path.Combine(folder.Path, "s.json")], output, error, stop.Token);
        Uri address = Address(await output.Flushed);
        Directory.Delete(folder.Path, recursive: true);
        using var http = new HttpClient();

        using var body = new StringContent($$"""{"serviceId": "{{SandboxDefaults.ServiceId}}", "count": 1}""");
        using HttpResponseMessage response = await http.PostAsync(new Uri(address, "sandbox/clients"), body);
        string told = error.ToString();
        await stop.CancelAsync();

        Assert.That(((int)response.StatusCode, await command), Is.EqualTo((500, 1)));
        Assert.That(told, Does.StartWith($"clientmgmt: {await response.Content.ReadAsStringAsync()}"));
    }

    [Test]
    public async Task Version_limits_latency_and_faults_are_those_of_the_options()
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(
            [
                "sandbox", "--port", "0", "--docspace-version", "3.0", "--limits", "none", "--latency", "1ms",
                "--fault", "GET /scopes 503", "--fault", """{"status": 418}""",
            ],
            output,
            TextWriter.Null,
            stop.Token);
        string printed = await output.Flushed;
        Uri address = Address(printed);
        using var http = new HttpClient();

        JsonNode faults = JsonNode.Parse(await http.GetStringAsync(new Uri(address, "sandbox/faults")))!;
        using HttpResponseMessage first = await http.GetAsync(new Uri(address, "api/2.0/clients"));
        using HttpResponseMessage second = await http.GetAsync(new Uri(address, "api/2.0/scopes"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "api/2.0/scopes"));
        request.Headers.Add("Cookie", $"asc_auth_key={SandboxDefaults.DocSpaceAuthKey}");
        using HttpResponseMessage third = await http.SendAsync(request);

        await stop.CancelAsync();
        await command;
        Assert.That((faults.AsArray().Count, (int)first.StatusCode, (int)second.StatusCode, (int)third.StatusCode), Is.EqualTo((2, 418, 503, 200)));
        Assert.That(third.Headers.Contains("X-Ratelimit-Remaining"), Is.False);
        Assert.That(printed, Does.Contain("\"ServerVersion\": \"3.0\""));
    }

    [TestCase("--fault", "POST /clients 5O3", "--fault: '5O3' is not known there: after the method and the path there may be a status")]
    [TestCase("--docspace-version", "3.2", "Argument '3.2' not recognized. Must be one of")]
    [TestCase("--limits", "low", "Argument 'low' not recognized. Must be one of")]
    [TestCase("--latency", "soon", "--latency must be a time such as 30s")]
    public async Task A_wrong_option_is_told_before_anything_starts(string option, string value, string message)
    {
        using var error = new StringWriter();

        int exitCode = await Program.RunAsync(["sandbox", "--port", "0", option, value], TextWriter.Null, error);

        Assert.That(exitCode, Is.EqualTo(3));
        Assert.That(error.ToString(), Does.StartWith($"clientmgmt: {message}"));
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

    [Test]
    public async Task Each_request_is_a_line_that_says_why_it_failed()
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(["sandbox", "--port", "0"], output, TextWriter.Null, stop.Token);
        Uri address = Address(await output.Flushed);
        Task<string> line = output.NextFlush();
        using var http = new HttpClient();
        await http.GetAsync(new Uri(address, "api/2.0/clients?x=%1B%5B2J"));

        Assert.That(await line, Does.Match(@"^\d\d:\d\d:\d\d\.\d{3}  403  GET    /api/2\.0/clients\?x=%1B%5B2J  DocSpace  \d+\.\d ms  The request has no x-signature\.\n$"));
        await stop.CancelAsync();
        Assert.That(await command, Is.Zero);
    }

    [Test]
    public async Task State_and_configuration_are_not_the_same_file()
    {
        using var error = new StringWriter();
        int exitCode = await Program.RunAsync(["sandbox", "--port", "0", "--state", "x.json", "--config-out", "./x.json"], TextWriter.Null, error);
        Assert.That((exitCode, error.ToString()), Is.EqualTo((ExitCode.Usage, "clientmgmt: --state and --config-out name the same file, ./x.json: choose two.\n")));
    }

    [Test]
    public async Task Another_name_is_allowed_by_an_option()
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(["sandbox", "--port", "0", "--allowed-host", "sandbox.internal"], output, TextWriter.Null, stop.Token);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address(await output.Flushed), "sandbox")) { Headers = { Host = "sandbox.internal" } };

        using HttpResponseMessage answer = await http.SendAsync(request);

        await stop.CancelAsync();
        Assert.That(((int)answer.StatusCode, await command), Is.EqualTo((200, 0)));
    }

    [Test]
    public async Task A_quiet_sandbox_prints_no_requests()
    {
        using var stop = new CancellationTokenSource();
        using var output = new FlushedWriter();
        Task<int> command = Program.RunAsync(["sandbox", "--port", "0", "--quiet"], output, TextWriter.Null, stop.Token);
        Uri address = Address(await output.Flushed);
        using var http = new HttpClient();
        await http.GetAsync(new Uri(address, "nowhere"));
        await stop.CancelAsync();
        await command;
        Assert.That(output.ToString(), Does.Not.Contain("nowhere"));
    }

    private static Uri Address(string printed) => new(printed.Split("listens on ")[1].Split(". Ctrl-C")[0]);

    /// <summary>Tells what was written as soon as it is flushed.</summary>
    private sealed class FlushedWriter : StringWriter
    {
        private readonly TaskCompletionSource<string> _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource<string>? _next;
        private int _from;

        /// <summary>All that was written, at the first flush.</summary>
        public Task<string> Flushed => _flushed.Task;

        /// <summary>What is written from now on, at the next flush.</summary>
        public Task<string> NextFlush()
        {
            _from = ToString().Length;
            _next = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task;
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            _next?.TrySetResult(ToString()[_from..]);
            _flushed.TrySetResult(ToString());
            return Task.CompletedTask;
        }
    }
}
