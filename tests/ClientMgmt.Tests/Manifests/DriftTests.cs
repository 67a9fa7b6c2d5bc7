using System.Text.Json;
using ClientMgmt.Manifests;

namespace ClientMgmt.Tests.Manifests;

/// <summary>What counts as changed by somebody else since a plan was made.</summary>
internal sealed class DriftTests
{
    private const string Keys = """{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}""";

    private static readonly DateTimeOffset s_time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly OAuthClient s_client = new() { ClientId = "1", Enabled = true, ModifiedAt = s_time };

    [TestCase(0, false)]
    [TestCase(1000, false)]
    [TestCase(-1000, false)]
    [TestCase(1001, true)]
    [TestCase(-1001, true)]
    public void Times_that_differ_by_a_second_at_most_are_the_same(int milliseconds, bool isDrift) => Assert.That(
        Drift.OfClient(Deletion(s_client), s_client with { ModifiedAt = s_time.AddMilliseconds(milliseconds) }),
        Is.EqualTo(isDrift ? new[] { "modified_at" } : []));

    [Test]
    public void A_client_that_was_switched_has_drifted() =>
        Assert.That(Drift.OfClient(Deletion(s_client), s_client with { Enabled = false }), Is.EqualTo(new[] { "enabled" }));

    [TestCase("same", new string[0])]
    [TestCase("another", new[] { "client_secret" })]
    public void A_secret_that_is_known_is_compared_and_not_the_time(string secret, string[] drift) => Assert.That(
        Drift.OfClient(
            Deletion(s_client with { ClientSecret = new Secret("same") }),
            s_client with { ClientSecret = new Secret(secret), ModifiedAt = secret == "same" ? s_time : s_time.AddHours(1) }),
        Is.EqualTo(drift));

    [Test]
    public void A_plan_from_a_file_is_compared_without_what_is_secret([Values] bool isSaved)
    {
        var metadata = new ClientMetadata { ClientName = "Orders", Jwks = JsonElement.Parse(Keys) };

        ClientMetadata compared = Drift.Comparable(new ClientChange { Kind = ChangeKind.Delete, IsSaved = isSaved }, metadata);

        Assert.That(compared.ClientName, Is.EqualTo("Orders"));
        Assert.That(compared.Jwks?.GetRawText(), Is.EqualTo(isSaved ? Keys.Replace("c2VjcmV0", "[redacted]", StringComparison.Ordinal) : Keys));
    }

    private static ClientChange Deletion(OAuthClient client) => new() { Kind = ChangeKind.Delete, ClientId = client.ClientId, Client = client };
}
