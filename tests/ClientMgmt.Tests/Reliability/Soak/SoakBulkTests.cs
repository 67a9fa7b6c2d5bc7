using System.Net;
using System.Net.Http.Headers;
using ClientMgmt.Sandbox;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Bulk work at a portal with the limits that are documented: it slows down and does not fail.</summary>
public sealed class SoakBulkTests
{
    private const int Many = 30;

    private static readonly ProviderCase s_portal = ProviderCases.DocSpace with
    {
        Sandbox = new SandboxOptions
        {
            DocSpacePortals =
            [
                .. ProviderCases.DocSpace.Sandbox.DocSpacePortals.Select(p => p with { Limits = DocSpaceLimits.Documented }),
            ],
        },
    };

    /// <summary>A budget of ten a minute lets ten through at once, then one each six seconds; one of fifteen, each four.</summary>
    [TestCase("POST", 120)]
    [TestCase("PUT", 60)]
    [TestCase("DELETE", 60)]
    [CancelAfter(60_000)]
    public async Task Many_at_once_take_the_time_that_the_budget_demands(
        string method, int seconds, CancellationToken cancellationToken)
    {
        var clock = new SoakBulkClock();
        await using TestHost host = await StartAsync(clock);

        TimeSpan elapsed = await clock.RunAsync(Operations(host, method), cancellationToken);

        Print($"{Many} times {method} at once", elapsed, host);
        Assert.That(elapsed.TotalSeconds, Is.InRange(seconds, seconds * 1.01));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task All_kinds_at_once_take_the_time_of_the_slowest(CancellationToken cancellationToken)
    {
        var clock = new SoakBulkClock();
        await using TestHost host = await StartAsync(clock);

        TimeSpan elapsed = await clock.RunAsync(
            [.. new[] { "POST", "PUT", "DELETE" }.SelectMany(method => Operations(host, method))], cancellationToken);

        Print($"{Many} times POST, PUT and DELETE at once", elapsed, host);
        Assert.That(elapsed.TotalSeconds, Is.InRange(120, 120 * 1.01));
    }

    [TestCase("POST", 180)]
    [TestCase("PUT", 120)]
    [TestCase("DELETE", 120)]
    [CancelAfter(60_000)]
    public async Task A_budget_that_somebody_else_has_used_up_makes_it_longer_and_nothing_fail(
        string method, int seconds, CancellationToken cancellationToken)
    {
        var clock = new SoakBulkClock();
        await using TestHost host = await StartAsync(clock);
        await UseUpAsync(host, method);

        TimeSpan elapsed = await clock.RunAsync(Operations(host, method), cancellationToken);

        Print($"{Many} times {method} at once after somebody else", elapsed, host);
        Assert.That(elapsed.TotalSeconds, Is.InRange(seconds, seconds * 1.05));
    }

    // The first ones are refused, and then stand behind all others, whose turns are later than the total timeout.
    [Test]
    [CancelAfter(60_000)]
    public async Task A_line_that_is_longer_than_the_total_timeout_makes_nothing_fail(CancellationToken cancellationToken)
    {
        const int Crowd = 90;
        var clock = new SoakBulkClock();
        await using TestHost host = await StartAsync(clock);
        await UseUpAsync(host, "DELETE");

        TimeSpan elapsed = await clock.RunAsync(Operations(host, "DELETE", Crowd), cancellationToken);

        Print($"{Crowd} times DELETE at once after somebody else", elapsed, host);
        Assert.That(host.Sandbox.DocSpace.Count(SandboxDefaults.Portal), Is.Zero);
    }

    private static Func<Task>[] Operations(TestHost host, string method, int many = Many)
    {
        IReadOnlyList<string> ids = method == "POST" ? [] : host.Sandbox.DocSpace.Seed(
            SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId, many);
        return
        [
            .. Enumerable.Range(0, many).Select(i => (Func<Task>)(method switch
            {
                "POST" => () => host.CreateAsync($"Client number {i}"),
                "PUT" => () => host.Clients.UpdateAsync(ids[i], c => c with { ClientName = $"Renamed {i}" }),
                _ => () => host.Clients.DeleteAsync(ids[i]),
            })),
        ];
    }

    private static Task<TestHost> StartAsync(SoakBulkClock clock) => TestHost.StartAsync(
        s_portal,
        // The library's own budget is the documented one.
        settings => settings.Remove("Resilience:RequestsPerMinute:*"),
        clock);

    // The limits come before everything else, so that it does not matter that these requests are of no use.
    private static async Task UseUpAsync(TestHost host, string method)
    {
        using var http = new HttpClient { BaseAddress = host.Sandbox.DocSpace.BaseAddress(SandboxDefaults.Portal) };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Somebody", "1"));
        http.DefaultRequestHeaders.Add(
            "x-signature", host.Sandbox.DocSpace.IssueSignature(SandboxDefaults.Portal, SandboxDefaults.DocSpaceAdminId));
        HttpStatusCode status;
        do
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(method), method == "POST" ? "api/2.0/clients" : $"api/2.0/clients/{Guid.NewGuid()}");
            using HttpResponseMessage response = await http.SendAsync(request);
            status = response.StatusCode;
        }
        while (status != HttpStatusCode.TooManyRequests);
        host.Sandbox.ClearRequests();
    }

    private static void Print(string what, TimeSpan elapsed, TestHost host) => Figure.Print(
        $"bulk: {what}: {elapsed.TotalSeconds:0.###} s on a fake clock, "
        + $"{host.Sandbox.Requests.Count(r => r.Status == 429)} of {host.Sandbox.Requests.Count} requests refused, none failed");
}
