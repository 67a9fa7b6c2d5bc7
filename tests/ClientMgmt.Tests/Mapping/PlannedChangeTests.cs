using System.Text.Json;
using ClientMgmt.Tests.Support;

namespace ClientMgmt.Tests.Mapping;

/// <summary>What the capabilities tell about a change is what the change does.</summary>
[TestFixtureSource(typeof(ProviderCases), nameof(ProviderCases.Defaults))]
public sealed class PlannedChangeTests(ProviderCase provider) : ProviderFixture(provider)
{
    private Capabilities Capabilities => Clients.Capabilities;

    private static IEnumerable<string> Names => ClientMetadata.StandardNames;

    [TestCaseSource(nameof(Names))]
    public async Task A_property_is_refused_at_creation_exactly_if_the_check_says_so(string name)
    {
        ClientMetadata metadata = SampleMetadata.For(Capabilities).WithValue(name, Sample(name));
        IReadOnlyList<FieldError> refused = Capabilities.CheckCreation(metadata);

        try
        {
            await Clients.CreateAsync(metadata);
            Assert.That(refused, Is.Empty);
        }
        catch (ClientManagementException e) when (e.Error.Attempts == 0)
        {
            Assert.That(refused.Select(r => r.Message), Is.EqualTo(e.Error.FieldErrors.Select(r => r.Message)));
        }
        catch (InvalidClientMetadataException)
        {
            Assert.That(refused, Is.Empty, "the server alone knows its values");
        }
    }

    [Test]
    public void A_property_is_settable_if_the_check_lets_some_value_pass_or_names_the_value() => Assert.That(
        Names.Where(name => !Capabilities.CheckCreation(SampleMetadata.For(Capabilities).WithValue(name, Sample(name)))
            .Any(e => e.Name == name && e.Message.StartsWith("cannot be set", StringComparison.Ordinal))),
        Is.EqualTo(Names.Where(Capabilities.CanSetAtCreation)));

    [Test]
    public async Task An_update_is_refused_exactly_as_the_check_says()
    {
        OAuthClient client = await Host.CreateAsync();
        ClientMetadata after = client.Metadata with { ClientUri = "https://other.example.com", AllowedOrigins = [], DefaultMaxAge = 0 };

        OperationNotSupportedException error = Assert.ThrowsAsync<OperationNotSupportedException>(
            () => Clients.UpdateAsync(client.ClientId, _ => after))!;

        Assert.That(Capabilities.CheckUpdate(client.Metadata, after), Is.EqualTo(error.Error.FieldErrors));
    }

    [Test]
    public async Task The_same_values_in_another_order_are_no_change()
    {
        OAuthClient client = await Host.CreateAsync();

        Assert.That(
            Capabilities.FindChanges(
                client.Metadata,
                client.Metadata with { RedirectUris = [.. client.Metadata.RedirectUris!.Reverse()] }),
            Is.Empty);
    }

    [Test]
    public async Task Translations_are_named_as_the_property_is()
    {
        OAuthClient client = await Host.CreateAsync();

        Assert.That(
            Capabilities.FindChanges(
                client.Metadata, client.Metadata with { ClientNames = new Dictionary<string, string> { ["de"] = "Name" } }),
            Is.EqualTo(new[] { "client_names" }));
    }

    [Test]
    public void The_part_of_a_vendor_property_that_scope_tells_can_be_taken_off()
    {
        JsonElement value = JsonElement.Parse("""{"requestableScopesEnabled":true,"requestableScopes":["a"],"accessTokenDuration":60}""");
        string rest = ProviderCases.AllAuthlete.Contains(Case) ? """{"accessTokenDuration":60}""" : value.GetRawText();

        Assert.That(Capabilities.GetVendorPart("extension", value)?.GetRawText(), Is.EqualTo(rest));
    }

    [Test]
    public void Nothing_is_left_of_authentication_methods_on_DocSpace() => Assert.That(
        Capabilities.GetVendorPart("authentication_methods", JsonElement.Parse("[]")).HasValue,
        Is.EqualTo(Case.Backend != Backend.DocSpace));

    private JsonElement Sample(string name) => name is "logo_uri" ? JsonSerializer.SerializeToElement(SampleMetadata.Logo)
        : name is "scope" ? JsonSerializer.SerializeToElement(SampleMetadata.Scope(Capabilities))
        : ClientMetadata.GetValueType(name) is var type && type == typeof(bool) ? JsonElement.Parse("true")
        : type == typeof(int) ? JsonElement.Parse("60")
        : type == typeof(IReadOnlyList<string>) ? JsonElement.Parse("""["https://a.example.com"]""")
        : type == typeof(IReadOnlyDictionary<string, string>) ? JsonElement.Parse("""{"en":"text"}""")
        : type == typeof(JsonElement) ? JsonElement.Parse("""{"keys":[]}""")
        : JsonSerializer.SerializeToElement("https://text.example.com");
}
