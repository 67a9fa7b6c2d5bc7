using ClientMgmt.Benchmarks.Contestants;
using NUnit.Framework;

namespace ClientMgmt.Benchmarks.Tests;

/// <summary>The bodies are as large as those of real servers.</summary>
public sealed class BodyTests
{
    [TestCase("Authlete", 108, 5_200)]
    [TestCase("DocSpace", 20, 1_250)]
    [TestCase("registration", 69, 3_900)]
    public void A_body_is_full_size(string vendor, int properties, int bytes)
    {
        System.Text.Json.Nodes.JsonObject body = Vendor.All.Single(v => v.Name == vendor).Body();

        Assert.That(body, Has.Count.EqualTo(properties));
        Assert.That(body.ToJsonString(), Has.Length.EqualTo(bytes).Within(5).Percent);
    }
}
