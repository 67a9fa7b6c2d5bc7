using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

public sealed class FaultControlTests
{
    private RawClient _raw = null!;

    [OneTimeSetUp]
    public async Task Start() => _raw = await RawClient.StartAsync();

    [TearDown]
    public void Reset() => _raw.Server.Reset();

    [OneTimeTearDown]
    public async Task Stop() => await _raw.DisposeAsync();

    [Test]
    public async Task Adds_a_fault_and_answers_with_it()
    {
        const string Json = """
            {"method":"POST","backend":"DocSpace","pathContains":"a","pathEndsWith":"b","times":null,"after":2,"probability":0.5,
            "delayBefore":"00:00:01","delayAfter":"00:00:02.5000000","rateLimit":null,"retryIn":"-1.00:00:00","status":503,"body":"Html",
            "text":"x","contentType":"text/x","headers":{"Retry-After":"1"},"commit":true,"send":"Half","then":"Reset","pieces":4,
            "pieceDelay":"00:00:03"}
            """;
        Answer answer = await _raw.SendAsync("POST", "sandbox/faults", Json);
        Assert.That((answer.Status, JsonNode.DeepEquals(answer.Json, JsonNode.Parse(Json))), Is.EqualTo((201, true)), answer.Text);
        SandboxFault fault = _raw.Server.Faults.Snapshot().Single();
        Assert.That(
            (fault.Times, fault.DelayAfter, fault.Send, fault.Then, fault.Commit, fault.Headers["Retry-After"]),
            Is.EqualTo(((int?)null, TimeSpan.FromSeconds(2.5), SandboxPart.Half, SandboxEnding.Reset, (bool?)true, "1")));
    }

    [Test]
    public async Task What_is_left_out_is_the_default()
    {
        Answer answer = await _raw.SendAsync("POST", "sandbox/faults", "{}");
        Assert.That((int?)answer["times"], Is.EqualTo(1));
        Assert.That(_raw.Server.Faults.Snapshot().Single() with { Headers = null! }, Is.EqualTo(new SandboxFault() with { Headers = null! }));
    }

    [Test]
    public async Task Adds_several_and_takes_back_what_it_lists()
    {
        await _raw.SendAsync("POST", "sandbox/faults", """[{"status":500},{"rateLimit":"Native"}]""");
        Answer listed = await _raw.SendAsync("GET", "sandbox/faults", null);
        await _raw.SendAsync("DELETE", "sandbox/faults", null);
        await _raw.SendAsync("POST", "sandbox/faults", listed.Text);
        Answer again = await _raw.SendAsync("GET", "sandbox/faults", null);
        Assert.That(Faults(again), Is.EqualTo(Faults(listed)).And.Length.EqualTo(2));

        static string[] Faults(Answer answer) => [.. answer.Json.AsArray().Select(fault =>
        {
            fault!.AsObject().Remove("id");
            return fault.ToJsonString();
        })];
    }

    [Test]
    public async Task Lists_how_often_each_has_hit_and_removes_one_by_its_id()
    {
        await _raw.SendAsync("POST", "sandbox/faults", """[{"pathContains":"a","status":500,"times":3},{"pathContains":"b","status":500}]""");
        await _raw.SendAsync("GET", "a", null);
        JsonNode first = (await _raw.SendAsync("GET", "sandbox/faults", null)).Json[0]!;

        Answer removed = await _raw.SendAsync("DELETE", $"sandbox/faults/{first["id"]}", null);
        Answer again = await _raw.SendAsync("DELETE", $"sandbox/faults/{first["id"]}", null);

        Assert.That(
            ((int)first["hits"]!, removed.Status, again.Status, _raw.Server.Faults.Snapshot().Single().PathContains),
            Is.EqualTo((1, 204, 404, "b")));
    }

    [Test]
    public void One_is_removed_in_code()
    {
        var fault = new SandboxFault { Status = 500 };
        _raw.Server.Faults.Add(fault);
        Assert.That((_raw.Server.Faults.Remove(fault), _raw.Server.Faults.Remove(fault)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Adds_none_when_one_is_wrong()
    {
        Answer answer = await _raw.SendAsync("POST", "sandbox/faults", """[{"status":500},{"status":5}]""");
        Assert.That((answer.Status, _raw.Server.Faults.Snapshot().Count), Is.EqualTo((400, 0)));
    }

    [Test]
    public async Task Removes_faults()
    {
        await _raw.SendAsync("POST", "sandbox/faults", "{}");
        Answer answer = await _raw.SendAsync("DELETE", "sandbox/faults", null);
        Assert.That((answer.Status, _raw.Server.Faults.Snapshot().Count), Is.EqualTo((204, 0)));
    }

    [Test]
    public async Task Lists_which_fault_hit_a_request()
    {
        await _raw.SendAsync("POST", "sandbox/faults", """{"status":500}""");
        await _raw.SendAsync("GET", "a", null);
        await _raw.SendAsync("GET", "b", null);
        JsonArray requests = (await _raw.SendAsync("GET", "sandbox/requests", null)).Json.AsArray();
        Assert.That(((int?)requests[0]!["fault"]!["status"], requests[1]!["fault"]), Is.EqualTo(((int?)500, (JsonNode?)null)));
    }

    [TestCase("", "The body has to be JSON")]
    [TestCase("nonsense", "The body has to be JSON")]
    [TestCase("null", "A fault has to be a JSON object.")]
    [TestCase("[1]", "A fault has to be a JSON object.")]
    [TestCase("""{"Status":500}""", "'Status' is not known here. Known are method, ")]
    [TestCase("""{"when":"x"}""", "'when' is not known here.")]
    [TestCase("""{"status":"500"}""", "'status' has to be a whole number.")]
    [TestCase("""{"status":500.5}""", "'status' has to be a whole number.")]
    [TestCase("""{"status":5}""", "'status' has to be between 200 and 599.")]
    [TestCase("""{"method":5}""", "'method' has to be a text.")]
    [TestCase("""{"method":"\ud800"}""", "The body has to be JSON: ")]
    [TestCase("""{"backend":"Other"}""", "'backend' has to be one of AuthleteV2, AuthleteV3, DocSpace, DynamicRegistration.")]
    [TestCase("""{"backend":"1"}""", "'backend' has to be one of AuthleteV2, AuthleteV3, DocSpace, DynamicRegistration.")]
    [TestCase("""{"times":0}""", "'times' has to be 1 or more, or null for no end.")]
    [TestCase("""{"times":99999999999}""", "'times' has to be a whole number.")]
    [TestCase("""{"after":-1}""", "'after' has to be 0 or more.")]
    [TestCase("""{"probability":1.5}""", "'probability' has to be between 0 and 1.")]
    [TestCase("""{"probability":true}""", "'probability' has to be a number.")]
    [TestCase("""{"delayBefore":"5"}""", "'delayBefore' has to be a duration such as ")]
    [TestCase("""{"delayBefore":5}""", "'delayBefore' has to be a duration such as ")]
    [TestCase("""{"delayAfter":"-00:00:01"}""", "'delayAfter' has to be between 0 and one day.")]
    [TestCase("""{"commit":"yes"}""", "'commit' has to be true or false.")]
    [TestCase("""{"commit":false}""", "'commit' may be false only with a status")]
    [TestCase("""{"send":"None"}""", "'then' has to be Hang, Fin or Reset")]
    [TestCase("""{"send":["None"]}""", "'send' has to be one of Full, Half, None.")]
    [TestCase("""{"headers":[]}""", "'headers' has to be an object with texts.")]
    [TestCase("""{"headers":{"a":1}}""", "'headers' has to be an object with texts.")]
    [TestCase("""{"headers":{"a b":"c"}}""", "'headers' has to hold header names")]
    public async Task Nonsense_is_refused_by_name(string body, string error)
    {
        Answer answer = await _raw.SendAsync("POST", "sandbox/faults", body);
        Assert.That((answer.Status, _raw.Server.Faults.Snapshot().Count), Is.EqualTo((400, 0)));
        Assert.That((string?)answer["error"], Does.StartWith(error));
    }

    [Test]
    public async Task Reads_and_sets_the_clock()
    {
        Answer set = await _raw.SendAsync("PUT", "sandbox/clock", """{"offset":"00:05:00"}""");
        Answer get = await _raw.SendAsync("GET", "sandbox/clock", null);
        Assert.That(
            (set.Status, (string?)set["offset"], (string?)get["offset"], _raw.Server.ClockOffset),
            Is.EqualTo((200, "00:05:00", "00:05:00", TimeSpan.FromMinutes(5))));
    }

    [TestCase("{}", "'offset' is missing.")]
    [TestCase("[]", "The body has to be a JSON object.")]
    [TestCase("""{"offset":"5"}""", "'offset' has to be a duration such as ")]
    [TestCase("""{"offset":"9999.00:00:00"}""", "'offset' has to be between -3650 and 3650 days.")]
    [TestCase("""{"offset":"00:00:01","now":1}""", "'now' is not known here. Known are offset.")]
    public async Task A_clock_that_cannot_be_is_refused_by_name(string body, string error)
    {
        Answer answer = await _raw.SendAsync("PUT", "sandbox/clock", body);
        Assert.That((answer.Status, _raw.Server.ClockOffset), Is.EqualTo((400, TimeSpan.Zero)));
        Assert.That((string?)answer["error"], Does.StartWith(error));
    }
}
