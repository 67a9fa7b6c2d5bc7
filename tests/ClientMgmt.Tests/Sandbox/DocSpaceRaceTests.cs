using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Writes that take a while: to one client at once, and to a client that is not there.</summary>
public sealed class DocSpaceRaceTests
{
    private static readonly TimeSpan s_duration = TimeSpan.FromMilliseconds(20);

    [Test]
    public async Task Of_parallel_updates_those_lose_that_are_overtaken_three_times()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(Portal(), clock);
        string id = await raw.CreateOfficeAsync();
        Task<Answer>[] calls = [.. Enumerable.Range(0, 5).Select(_ => raw.Office("PUT", "clients/" + id, Bodies.Update()))];
        await clock.PassUntilAsync(calls);
        Answer[] lost = [.. calls.Select(c => c.Result).Where(a => a.Status == 400)];
        Assert.That(calls.Count(c => c.Result.Status == 200), Is.EqualTo(3));
        Assert.That(lost.Select(a => (string)a["detail"]!), Has.Exactly(2).Items.And.All.EqualTo($"Could not update client {id} due to concurrent access"));
    }

    [Test]
    public async Task Of_parallel_deletions_one_is_done_and_the_others_that_saw_the_client_are_an_empty_400()
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(Portal(), clock);
        string id = await raw.CreateOfficeAsync();
        Task<Answer>[] calls = [.. Enumerable.Range(0, 3).Select(_ => raw.Office("DELETE", "clients/" + id))];
        await clock.PassUntilAsync(calls);
        Answer later = await raw.Office("DELETE", "clients/" + id);
        Assert.That(calls.Select(c => (c.Result.Status, c.Result.Text)), Is.EquivalentTo(new[] { (200, ""), (400, ""), (400, "") }));
        Assert.That(later.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Activation_never_loses()
    {
        await using RawClient raw = await RawClient.StartAsync(Portal());
        string id = await raw.CreateOfficeAsync();
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => raw.Office("PATCH", $"clients/{id}/activation", new System.Text.Json.Nodes.JsonObject())));
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(200));
    }

    [TestCase("PUT", true)]
    [TestCase("DELETE", true)]
    [TestCase("GET", false)]
    public async Task The_minified_build_waits_a_second_before_it_misses_a_client_that_was_to_be_changed(string method, bool waits)
    {
        var clock = new ManualTime();
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Minified = true }, clock);
        Task<Answer> call = raw.Office(method, "clients/x", method == "PUT" ? Bodies.Update() : null);
        if (waits)
        {
            Assert.That(await clock.NextTimerAsync(), Is.EqualTo(TimeSpan.FromSeconds(1)));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That((await call.InTimeAsync()).Status, Is.EqualTo(404));
    }

    [TestCase("GET", "scopes", "99")]
    [TestCase("HEAD", "scopes", "99")]
    [TestCase("POST", "clients", "99")]
    public async Task The_minified_build_has_100_a_minute_for_each_method(string method, string path, string left)
    {
        await using RawClient raw = await RawClient.StartAsync(new DocSpacePortalOptions { Limits = DocSpaceLimits.Minified });
        Answer answer = await raw.Office(method, path);
        Assert.That(answer.Header("X-Ratelimit-Remaining"), Is.EqualTo(left));
    }

    private static DocSpacePortalOptions Portal() => new() { WriteDuration = s_duration, Limits = DocSpaceLimits.None };
}
