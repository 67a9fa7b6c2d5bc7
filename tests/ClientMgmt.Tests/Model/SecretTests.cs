using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace ClientMgmt.Tests.Model;

public sealed class SecretTests
{
    private const string Value = "s3cr3t-canary";

    private static IEnumerable<TestCaseData> Prints =>
    [
        Case("its own text", () => new Secret(Value).ToString()),
        Case("string interpolation", () => $"{new Secret(Value)}"),
        Case("a record that holds it", () => Client.ToString()),
        Case("System.Text.Json", () => JsonSerializer.Serialize(Client)),
        Case("Newtonsoft.Json", () => JsonConvert.SerializeObject(Client)),
        Case("the options", () => JsonConvert.SerializeObject(new ProviderOptions { AccessToken = new Secret(Value) })),
        Case("a credential", () => ProviderCredential.FromAccessToken(new Secret(Value)).ToString()),
        Case("a credential as JSON", () => JsonSerializer.Serialize(ProviderCredential.FromApiKey(new Secret(Value)))),
        Case("its public properties", () => string.Concat(
            typeof(Secret).GetProperties().Select(p => p.GetValue(new Secret(Value))))),
        Case("the debugger", () => typeof(Secret).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value),
    ];

    private static OAuthClient Client => new() { ClientId = "1", ClientSecret = new Secret(Value) };

    [TestCaseSource(nameof(Prints))]
    public void It_does_not_show_in(Func<string> print) => Assert.That(print(), Does.Not.Contain(Value));

    [Test]
    public void The_debugger_does_not_show_its_field() => Assert.That(
        typeof(Secret).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(f => f.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State),
        Is.All.EqualTo(DebuggerBrowsableState.Never));

    [Test]
    public void It_is_read_by_asking() => Assert.That(new Secret(Value).Reveal(), Is.EqualTo(Value));

    [Test]
    public void Secrets_of_the_same_value_are_equal() => Assert.That(new Secret(Value).Equals(new Secret(Value)), Is.True);

    [TestCase(Value, Value, true)]
    [TestCase(Value, "another", false)]
    [TestCase(Value, null, false)]
    [TestCase(null, null, true)]
    public void The_operators_compare_the_values(string? left, string? right, bool areEqual)
    {
        Secret? a = left is null ? null : new Secret(left), b = right is null ? null : new Secret(right);

        Assert.That((a == b, a != b, b == a), Is.EqualTo((areEqual, !areEqual, areEqual)));
    }

    [Test]
    public void Halves_of_different_surrogate_pairs_are_different_values() =>
        Assert.That(new Secret("\ud800"), Is.Not.EqualTo(new Secret("\ud801")));

    [TestCase("\"[redacted]\"")]
    [TestCase("\"\"")]
    [TestCase("1")]
    [TestCase("{}")]
    public void What_is_no_secret_is_not_read_from_JSON_as_one(string json) => Assert.That(
        Serializers.Both.Select(s => s.Error<Secret>(json).Message), Is.All.Contains("A secret must be"));

    [Test]
    public void A_text_is_read_from_JSON_as_a_secret() => Assert.That(
        Serializers.Both.Select(s => s.Read<Secret>($"\"{Value}\"")), Is.All.EqualTo(new Secret(Value)));

    [Test]
    public void An_empty_secret_is_refused() => Assert.That(() => new Secret(""), Throws.ArgumentException);

    private static TestCaseData Case(string name, Func<string> print) => new TestCaseData(print).SetArgDisplayNames(name);
}
