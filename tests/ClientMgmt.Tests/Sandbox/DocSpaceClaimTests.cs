using System.Globalization;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.Time;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Sandbox;

/// <summary>Which claims a signature may have, and what they make of its user. The portal itself would not issue most of them.</summary>
public sealed class DocSpaceClaimTests
{
    private static readonly ManualTime s_clock = new();
    private static readonly PortalState s_portal = PortalState.Of([new()], new ShiftedClock(s_clock))[0];

    [TestCase("""{"is_admin":true}""", DocSpaceRole.Admin)]
    [TestCase("""{"is_admin":1}""", DocSpaceRole.Admin)]
    [TestCase("""{"is_admin":"TRUE","is_guest":true}""", DocSpaceRole.Admin)]
    [TestCase("""{"is_public":"True"}""", DocSpaceRole.User)]
    [TestCase("""{"is_public":true,"is_guest":"true"}""", DocSpaceRole.Guest)]
    [TestCase("""{"is_admin":"","is_public":true}""", DocSpaceRole.User)]
    [TestCase("""{}""", DocSpaceRole.Guest)]
    [TestCase("""{"is_admin":"1"}""", null)]
    [TestCase("""{"is_admin":"yes"}""", null)]
    public void Role_claims(string claims, DocSpaceRole? role) => Assert.That(Verify(claims)?.Role, Is.EqualTo(role));

    [TestCase("exp", 0, true)]
    [TestCase("exp", -59, true)]
    [TestCase("exp", -60, false)]
    [TestCase("nbf", 50, true)]
    [TestCase("nbf", 70, false)]
    [TestCase("iat", 500, true)]
    public void Times_have_a_minute_of_tolerance(string claim, int seconds, bool passes) =>
        Assert.That(Verify($$"""{"{{claim}}":{{(s_clock.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture)}}}""") is not null, Is.EqualTo(passes));

    [TestCase("{}", true)]
    [TestCase("""{"exp":"4102444800"}""", false)]
    [TestCase("""{"exp":4102444800,"iat":4102444800}""", false)]
    [TestCase("""{"tenant_id":"0"}""", false)]
    [TestCase("""{"user_name":" "}""", false)]
    [TestCase("""{"iss":"anybody","aud":7,"sub":null}""", true)]
    public void Without_an_end_a_signature_lasts_and_with_a_wrong_one_it_does_not(string claims, bool passes) =>
        Assert.That(Verify(claims) is not null, Is.EqualTo(passes));

    private static Caller? Verify(string claims)
    {
        JsonObject all = JsonNode.Parse("""{"user_id":"u","user_name":"n","user_email":"e","tenant_url":"t","tenant_id":"1"}""")!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(claims)!.AsObject())
            all[name] = value?.DeepClone();
        return Signature.Verify(s_portal, s_portal.SigningKey.Sign(all));
    }
}
