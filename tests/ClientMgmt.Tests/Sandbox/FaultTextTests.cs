using ClientMgmt.Sandbox;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Faults on one line.</summary>
public sealed class FaultTextTests
{
    private static readonly SandboxFault s_post = new() { Method = "POST", PathContains = "/clients" };

    private static IEnumerable<TestCaseData> Texts =>
    [
        Case("POST /clients 503", s_post with { Status = 503 }),
        Case(" post  /clients 503 x3 ", s_post with { Status = 503, Times = 3 }),
        Case("* 500 html done always", new() { Status = 500, Body = SandboxFaultBody.Html, Commit = true, Times = null }),
        Case("POST /clients 429", s_post with { RateLimit = SandboxRateLimit.Native }),
        Case("POST /clients 429 html", s_post with { Status = 429, Body = SandboxFaultBody.Html }),
        Case("POST /clients 429 done", s_post with { Status = 429, Commit = true }),
        Case("POST /clients reset", s_post with { Send = SandboxPart.None, Then = SandboxEnding.Reset }),
        Case("POST /clients reset undone", s_post with { Send = SandboxPart.None, Then = SandboxEnding.Reset, Commit = false }),
        Case("POST /clients half close", s_post with { Send = SandboxPart.Half, Then = SandboxEnding.Fin }),
        Case("POST /clients close half", s_post with { Send = SandboxPart.Half, Then = SandboxEnding.Fin }),
        Case("POST /clients 1.5s hang", s_post with { DelayBefore = TimeSpan.FromSeconds(1.5), Send = SandboxPart.None, Then = SandboxEnding.Hang }),
        Case("* 20ms always", new() { DelayBefore = TimeSpan.FromMilliseconds(20), Times = null }),
        Case("""{"method": "POST", "pathContains": "/clients", "retryIn": "00:00:03", "rateLimit": "Instance"}""", s_post with { RateLimit = SandboxRateLimit.Instance, RetryIn = TimeSpan.FromSeconds(3) }),
    ];

    [TestCaseSource(nameof(Texts))]
    public void Are_read(string text, SandboxFault fault) =>
        Assert.That(SandboxFault.Parse(text) with { Headers = fault.Headers }, Is.EqualTo(fault));

    [TestCase("", "says too little: a method or *, perhaps a part of the path")]
    [TestCase("POST", "says too little")]
    [TestCase("POST /clients", "'POST /clients' says nothing that happens: a status from 200 to 599, a time such as 500ms or 2s")]
    [TestCase("POST /clients x3", "says nothing that happens")]
    [TestCase("/clients 503", "'/clients' is no method: a word such as POST, or * for all")]
    [TestCase("POST clients 503", "'clients' is not known there: after the method and the path there may be a status from 200 to 599")]
    [TestCase("POST /clients 5O3", "'5O3' is not known there")]
    [TestCase("POST /clients 700", "'700' is not known there")]
    [TestCase("POST /clients 503 x0", "'x0' is not known there")]
    [TestCase("POST /clients 0s", "'0s' is not known there")]
    [TestCase("POST /clients 2000m", "'2000m' is not known there")]
    [TestCase("POST /clients 503 404", "'404' is a second status: there may be one")]
    [TestCase("POST /clients 503 x2 always", "'always' is a second number of times")]
    [TestCase("POST /clients reset hang", "'hang' is a second end")]
    [TestCase("POST /clients 20ms undone", "contradicts itself: done or undone may be false only with a status")]
    [TestCase("{\"status\": 5}", "'status' has to be between 200 and 599")]
    [TestCase("{\"state\": 5}", "'state' is not known here")]
    [TestCase("{\"status\": 503", "A fault has to be JSON")]
    public void Are_refused_with_the_part_that_is_wrong(string text, string message) =>
        Assert.That(() => SandboxFault.Parse(text), Throws.ArgumentException.With.Message.Contains(message));

    private static TestCaseData Case(string text, SandboxFault fault) => new TestCaseData(text, fault).SetArgDisplayNames(text);
}
