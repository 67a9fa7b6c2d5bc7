using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Figure 8: whatever an id, a subject or another argument holds, no other route is reached.</summary>
public sealed class HostileInputTests
{
    private const string Harmless = "harmless-Text_1";

    // What is no number may be an alias on Authlete, whose id is looked up before a change.
    private const string HarmlessNumber = "4242424242";

    [Test]
    public async Task A_hostile_text_is_refused_or_arrives_intact_where_a_harmless_one_does()
    {
        Tally[] tallies = await Task.WhenAll(ProviderCases.Vendors.Append(ProviderCases.ManagedRegistration).Select(p => Task.Run(() => RunAsync(p))));

        var sum = new Tally(tallies.Sum(t => t.Operations), tallies.Sum(t => t.Refused), tallies.Sum(t => t.Intact),
            [.. tallies.SelectMany(t => t.Wrong)]);
        string figure = $"figure 8: {HostileInputs.All.Count} inputs x {sum.Operations} operations, refused {sum.Refused}, "
            + $"intact {sum.Intact}, other route {sum.Wrong.Count}";
        Figure.Print(figure);
        Assert.That(sum.Wrong, Is.Empty);
        Assert.That((sum.Refused > 0, sum.Intact > 0, sum.Refused + sum.Intact),
            Is.EqualTo((true, true, HostileInputs.All.Count * sum.Operations)));
    }

    private static async Task<Tally> RunAsync(ProviderCase provider)
    {
        await using TestHost host = await TestHost.StartAsync(provider, settings =>
        {
            settings["Resilience:MaxRetryAttempts"] = "0";
            settings["Resilience:MinimumThroughput"] = "0";
        });
        var tally = new Tally(0, 0, 0, []);
        foreach (HostileOperation operation in HostileOperation.For(host.Clients).ToArray())
        {
            tally = await AddAsync(tally, host, operation);
        }

        return tally;
    }

    private static async Task<Tally> AddAsync(Tally tally, TestHost host, HostileOperation operation)
    {
        await host.ResetAsync();
        string id = (await host.CreateAsync("Kept")).ClientId;
        (_, string[][] expected) = await RunAsync(host, operation, id, Harmless);
        if (!operation.IsLocal(host.Case.Backend) && !expected.Any(e => e.Contains(Harmless)))
        {
            tally.Wrong.Add($"{host.Case} {operation}: the harmless text did not arrive: {Join(expected)}");
        }

        int refused = 0, intact = 0;
        (_, string[][] expectedOfNumber) = await RunAsync(host, operation, id, HarmlessNumber);
        foreach (string text in HostileInputs.All)
        {
            bool isNumber = text.Length > 0 && text.All(char.IsAsciiDigit);
            (string harmless, string[][] likeHarmless) = isNumber ? (HarmlessNumber, expectedOfNumber) : (Harmless, expected);
            (Exception? error, string[][] sent) = await RunAsync(host, operation, id, text);
            if (sent.Length == 0 && error is ArgumentException or OperationNotSupportedException or InvalidClientMetadataException)
            {
                refused++;
            }
            else if (error is null or ClientManagementException
                && Arrives(host.Case.Backend, sent, [.. likeHarmless.Select(r => r.Select(e => e == harmless ? text : e).ToArray())]))
            {
                intact++;
            }
            else
            {
                tally.Wrong.Add($"{host.Case} {operation} '{Printable.Text(text)}': {error?.GetType().Name}, "
                    + $"{Printable.Text(Join(sent))} instead of {Join(likeHarmless)}");
            }
        }

        return tally with
        {
            Operations = tally.Operations + 1,
            Refused = tally.Refused + refused,
            Intact = tally.Intact + intact,
        };
    }

    /// <summary>
    /// What a harmless text sends is sent, and nothing else. On DocSpace alone there may be besides what the refusal of an odd path
    /// leads to, which a harmless text does not meet: a new signature, the same once more, or a look at the very same client.
    /// </summary>
    private static bool Arrives(Backend backend, string[][] sent, string[][] expected) =>
        sent.SelectMany(s => s).SequenceEqual(expected.SelectMany(e => e))
        || (backend == Backend.DocSpace
            && expected.All(e => sent.Any(e.SequenceEqual))
            && sent.All(s => IsExchange(s) || expected.Any(e => s.SequenceEqual(e) || (s[0] == "GET" && Path(s).SequenceEqual(Path(e))))));

    private static bool IsExchange(string[] request) => request is ["GET", _, "api", "2.0", "security", "oauth2", "token", "?", ..];

    private static IEnumerable<string> Path(string[] request) => request.Skip(1).TakeWhile((text, i) => i < 5 || text != "?");

    private static string Join(string[][] requests) => string.Join(" ", requests.SelectMany(r => r));

    private static async Task<(Exception? Error, string[][] Sent)> RunAsync(
        TestHost host, HostileOperation operation, string id, string text)
    {
        host.Sandbox.ClearRequests();
        Exception? error = null;
        try
        {
            await operation.RunAsync(host.Clients, id, text);
        }
        catch (Exception e)
        {
            error = e;
        }

        // A server of dynamic registration is asked for the client that was just made, whose id is another each time.
        string made = host.Sandbox.DynamicRegistration.ClientIds.LastOrDefault(last => last != id) ?? "";
        return (error, [.. host.Sandbox.Requests.Select(r => HostileShape.Of(r).Select(e => made.Length > 0 && e == made ? "made" : e).ToArray())]);
    }

    private sealed record Tally(int Operations, int Refused, int Intact, List<string> Wrong);
}
