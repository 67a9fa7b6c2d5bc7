using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

public sealed partial class FaultSocketTests
{
    private const string Body = """{"clientName":"One"}""";

    private SandboxServer _server = null!;
    private OpenConnections _open = null!;
    private Wire _wire = null!;

    private int Stored => _server.Authlete.Count(SandboxDefaults.ServiceId);

    [SetUp]
    public async Task Start()
    {
        _server = await SandboxServer.StartAsync();
        _open = new OpenConnections(_server);
        _wire = await Wire.ConnectAsync(_server);
    }

    [TearDown]
    public async Task Stop()
    {
        _wire.Dispose();
        await _server.DisposeAsync();
        _open.Dispose();
    }

    [TestCase(SandboxEnding.Fin, SocketError.Success)]
    [TestCase(SandboxEnding.Reset, SocketError.ConnectionReset)]
    public async Task A_whole_answer_then_an_end_of_the_connection(SandboxEnding then, SocketError expected)
    {
        SocketError end = await CreateAsync(new SandboxFault { Then = then });
        Assert.Multiple(() =>
        {
            Assert.That(end, Is.EqualTo(expected));
            Assert.That(JsonNode.Parse(Received())!["clientName"]!.ToString(), Is.EqualTo("One"));
            Assert.That(Received(), Has.Length.EqualTo(Announced()));
            Assert.That(Stored, Is.EqualTo(1));
        });
    }

    [TestCase(SandboxEnding.Fin, SocketError.Success)]
    [TestCase(SandboxEnding.Reset, SocketError.ConnectionReset)]
    public async Task A_half_answer_then_an_end_announces_all_and_sends_half(SandboxEnding then, SocketError expected)
    {
        SocketError end = await CreateAsync(new SandboxFault { Send = SandboxPart.Half, Then = then });
        Assert.Multiple(() =>
        {
            Assert.That(end, Is.EqualTo(expected));
            Assert.That(_wire.Text, Does.StartWith("HTTP/1.1 201 Created\r\n"));
            Assert.That(Received(), Has.Length.EqualTo(Announced() / 2));
            Assert.That(Stored, Is.EqualTo(1));
        });
    }

    [TestCase(SandboxEnding.Fin, SocketError.Success)]
    [TestCase(SandboxEnding.Reset, SocketError.ConnectionReset)]
    public async Task No_answer_then_an_end_of_the_connection_keeps_what_was_stored(SandboxEnding then, SocketError expected)
    {
        SocketError end = await CreateAsync(new SandboxFault { Send = SandboxPart.None, Then = then });
        Assert.That((end, _wire.Text, Stored), Is.EqualTo((expected, "", 1)));
    }

    [TestCase(SandboxEnding.Fin, SocketError.Success)]
    [TestCase(SandboxEnding.Reset, SocketError.ConnectionReset)]
    public async Task Without_a_commit_nothing_is_stored(SandboxEnding then, SocketError expected)
    {
        SocketError end = await CreateAsync(new SandboxFault { Send = SandboxPart.None, Then = then, Commit = false });
        Assert.That((end, _wire.Text, Stored, _server.Requests.Single().Status), Is.EqualTo((expected, "", 0, 0)));
    }

    [Test]
    public async Task A_half_answer_that_ends_normally_is_complete_by_its_framing_and_cut_by_its_content()
    {
        using var http = new HttpClient();
        _server.Authlete.PutClient(SandboxDefaults.ServiceId, 7, JsonNode.Parse("""{"clientId":7,"clientName":"Seven"}""")!.AsObject());
        _server.Faults.Add(new SandboxFault { Send = SandboxPart.Half });
        http.DefaultRequestHeaders.Authorization = new("Bearer", SandboxDefaults.AccessToken);
        string text = await http.GetStringAsync(new Uri(_server.BaseAddress, $"api/{SandboxDefaults.ServiceId}/client/get/7"));
        Assert.That(text, Is.EqualTo("""{"clientId":7,"cl"""));
    }

    [Test]
    public async Task Half_of_an_answer_without_a_body_is_cut_in_its_headers()
    {
        _server.Authlete.PutClient(SandboxDefaults.ServiceId, 7, []);
        _server.Faults.Add(new SandboxFault { Send = SandboxPart.Half, Then = SandboxEnding.Fin });
        await _wire.SendAsync("DELETE", "delete/7");
        await _wire.ReadToEndAsync();
        Assert.That(_wire.Text, Does.StartWith("HTTP/1.1 204").And.Not.Contain("\r\n\r\n"));
    }

    [TestCase(SandboxPart.Full)]
    [TestCase(SandboxPart.Half)]
    [TestCase(SandboxPart.None)]
    public async Task A_hang_lasts_until_the_server_stops(SandboxPart send)
    {
        _server.Faults.Add(new SandboxFault { Method = "POST", Send = send, Then = SandboxEnding.Hang });
        await _wire.SendAsync("POST", "create", Body);

        // What has not been read by then is lost with the connection.
        await _wire.ReadUntilAsync(_ => send == SandboxPart.None || (Received().Length > 0 && Received().Length >= Expected()));
        Task<SocketError> end = _wire.ReadToEndAsync();
        await ServeAnotherAsync(1);
        Assert.That(end.IsCompleted, Is.False);
        await _server.DisposeAsync();
        await end;
        Assert.That(Received(), Has.Length.EqualTo(Expected()));

        int Expected() => send switch
        {
            SandboxPart.Full => Announced(),
            SandboxPart.Half => Announced() / 2,
            _ => 0,
        };
    }

    [TestCase(SandboxEnding.Hang)]
    [TestCase(SandboxEnding.Fin)]
    public async Task A_connection_that_is_kept_waiting_ends_with_its_client(SandboxEnding then)
    {
        _server.Faults.Add(new SandboxFault { Method = "POST", Send = SandboxPart.None, Then = then });
        await _wire.SendAsync("POST", "create", Body);
        await ServeAnotherAsync(1);
        Assert.That(_open.Count, Is.Positive);
        _wire.Dispose();
        await _open.NoneAsync();
    }

    [Test]
    public async Task A_request_whose_client_leaves_during_the_delay_is_recorded_and_not_processed()
    {
        var arrived = new TaskCompletionSource();
        _server.Faults.Add(new SandboxFault { DelayBefore = TimeSpan.FromHours(1), When = _ => arrived.TrySetResult() });
        await _wire.SendAsync("POST", "create", Body);
        await arrived.Task;
        _wire.Dispose();
        await _open.NoneAsync();
        Assert.That((Stored, _server.Requests.Single().Status), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task A_client_that_leaves_while_its_answer_waits_was_served()
    {
        _server.Faults.Add(new SandboxFault { Method = "POST", DelayAfter = TimeSpan.FromHours(1) });
        await _wire.SendAsync("POST", "create", Body);
        await ServeAnotherAsync(1);
        _wire.Dispose();
        await _open.NoneAsync();
        Assert.That((Stored, _server.Requests.Count(r => r.Status == 201)), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_dropped_request_is_recorded_once_with_the_status_that_was_withheld()
    {
        var fault = new SandboxFault { Send = SandboxPart.None, Then = SandboxEnding.Reset };
        await CreateAsync(fault);
        SandboxRequest request = _server.Requests.Single();
        Assert.That((request.Status, request.Body), Is.EqualTo((201, Body)));
        Assert.That(request.Fault, Is.SameAs(fault));
    }

    [Test]
    public async Task Many_resets_are_all_resets_and_all_recorded()
    {
        const int Count = 200;
        _server.Faults.Add(new SandboxFault { Method = "POST", Send = SandboxPart.Half, Then = SandboxEnding.Reset, Times = null });
        var ends = new ConcurrentBag<SocketError>();
        await Parallel.ForAsync(0, Count, async (_, _) =>
        {
            using Wire wire = await Wire.ConnectAsync(_server);
            await wire.SendAsync("POST", "create", Body);
            ends.Add(await wire.ReadToEndAsync());
        });
        Assert.That((ends.Count(e => e == SocketError.ConnectionReset), _server.Requests.Count, Stored), Is.EqualTo((Count, Count, Count)));
    }

    private async Task<SocketError> CreateAsync(SandboxFault fault)
    {
        _server.Faults.Add(fault);
        await _wire.SendAsync("POST", "create", Body);
        return await _wire.ReadToEndAsync();
    }

    /// <summary>Waits, by requests on other connections, until the first one was processed; then the server had its turn.</summary>
    private async Task ServeAnotherAsync(int stored)
    {
        do
        {
            using Wire other = await Wire.ConnectAsync(_server);
            await other.SendAsync("GET", "get/list");
            await other.ReadUntilAsync(text => text.EndsWith('}'));
        }
        while (Stored < stored);
    }

    private string Received() => _wire.Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end ? _wire.Text[(end + 4)..] : "";

    private int Announced() => int.Parse(Length().Match(_wire.Text).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Content-Length: (\d+)")]
    private static partial Regex Length();
}
