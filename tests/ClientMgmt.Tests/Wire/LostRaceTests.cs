using ClientMgmt.Tests.Reliability;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Wire;

/// <summary>DocSpace answers 400 to one of two changes that meet.</summary>
public sealed class LostRaceTests
{
    private const string Client = "GET /api/2.0/clients/17";

    private static readonly WireAnswer[] s_lost =
    [
        WireAnswer.Of(400, """{"reason":"Could not update client 17 due to concurrent access"}"""),
        WireAnswer.Of(400, """{"title":"Bad Request","status":400,"detail":"Could not update client 17 due to concurrent access"}"""),
    ];

    [TestCaseSource(nameof(s_lost))]
    public async Task An_update_is_made_again_from_what_the_client_has_become(WireAnswer lost)
    {
        using WireHost host = Host()
            .On(Client, Stored("mine", "old"), Stored("theirs", "old"), Stored("theirs", "new"))
            .On("PUT /api/2.0/clients/17", lost, WireAnswer.Ok(""));
        var seen = new List<string?>();

        OAuthClient client = await host.Clients.UpdateAsync("17", c =>
        {
            seen.Add(c.ClientName);
            return c with { Description = "new" };
        });

        Assert.That((client.Metadata.ClientName, client.Metadata.Description), Is.EqualTo(("theirs", "new")));
        Assert.That(seen, Is.EqualTo(["mine", "theirs"]));
    }

    [Test]
    public void An_update_that_always_loses_is_a_conflict_after_its_retries()
    {
        using WireHost host = Host().On(Client, Stored("mine", "old")).On("PUT /api/2.0/clients/17", s_lost[1]);

        Assert.That(
            async () => await host.Clients.UpdateAsync("17", c => c with { Description = "new" }), Throws.TypeOf<ClientConflictException>());
        Assert.That(host.Requests.Count(r => r.Line.StartsWith("PUT", StringComparison.Ordinal)), Is.EqualTo(4));
    }

    [Test]
    public void A_rotation_that_loses_is_a_conflict()
    {
        using WireHost host = Host().On("PATCH /api/2.0/clients/17/regenerate", s_lost[0]);

        Assert.That(async () => await host.Clients.RotateSecretAsync("17"), Throws.TypeOf<ClientConflictException>());
    }

    [Test]
    public async Task A_deletion_that_loses_is_done_if_the_client_is_gone()
    {
        using WireHost host = Host().On("DELETE /api/2.0/clients/17", WireAnswer.Of(400)).On(Client, WireAnswer.Of(404));

        await host.Clients.DeleteAsync("17");
    }

    [Test]
    public void A_deletion_that_loses_is_a_conflict_if_the_client_is_there()
    {
        using WireHost host = Host().On("DELETE /api/2.0/clients/17", WireAnswer.Of(400)).On(Client, Stored("mine", "old"));

        Assert.That(async () => await host.Clients.DeleteAsync("17"), Throws.TypeOf<ClientConflictException>());
    }

    [Test]
    public void A_client_that_is_shown_after_its_deletion_is_not_found_when_it_is_changed()
    {
        using WireHost host = Host().On(Client, Stored("mine", "old")).On("PUT /api/2.0/clients/17", WireAnswer.Of(404));

        Assert.That(
            async () => await host.Clients.UpdateAsync("17", c => c with { Description = "new" }), Throws.TypeOf<ClientNotFoundException>());
    }

    [Test]
    public void A_conflict_of_another_kind_is_told_at_once()
    {
        using WireHost host = Host().On(Client, Stored("mine", "old")).On("PUT /api/2.0/clients/17", WireAnswer.Of(409));

        Assert.That(
            async () => await host.Clients.UpdateAsync("17", c => c with { Description = "new" }), Throws.TypeOf<ClientConflictException>());
        Assert.That(host.Requests.Count(r => r.Line.StartsWith("PUT", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase(403, "due to concurrent access", typeof(AccessDeniedException))]
    [TestCase(400, "the secret cannot be changed", typeof(InvalidClientMetadataException))]
    public void Another_refusal_is_no_lost_race(int status, string reason, Type expected)
    {
        using WireHost host = Host().On("PATCH /api/2.0/clients/17/regenerate", WireAnswer.Of(status, $$"""{"reason":"{{reason}}"}"""));

        Assert.That(async () => await host.Clients.RotateSecretAsync("17"), Throws.TypeOf(expected));
    }

    private static WireHost Host() => Resilient.Host(Backend.DocSpace, new ManualTime(), r => r.MinimumThroughput = 0);

    private static WireAnswer Stored(string name, string description) =>
        WireAnswer.Ok($$"""{"client_id":"17","name":"{{name}}","description":"{{description}}"}""");
}
