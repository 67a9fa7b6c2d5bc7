using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Readme;

/// <summary>Every configuration in a document is one that the library takes.</summary>
public sealed partial class ConfigurationExampleTests
{
    // A whole file there is one for the tool, which has a place of its own for the keys of clients.
    private const string OfTheTool = "src/ClientMgmt/Backends/DynamicRegistration/README.md";

    private static readonly Dictionary<string, string?> s_placeOfTheTool = new() { ["ClientManagement:Providers:as:RegistrationStore"] = "memory" };

    private static IEnumerable<TestCaseData> Configurations => Documents.Blocks("json").Where(b => b.Code.Contains("\"Backend\"", StringComparison.Ordinal))
        .Select(b => new TestCaseData(b.Document, b.Code).SetArgDisplayNames(b.Document, $"{b.Number}"));

    // In commands and in prose: ClientManagement__Providers__main__AccessToken, or with colons.
    private static IEnumerable<string> Keys => Documents.Paths.SelectMany(path => Key().Matches(Documents.Read(path)))
        .Select(m => m.Groups[1].Value).Distinct();

    [TestCaseSource(nameof(Configurations))]
    public void A_configuration_has_no_mistakes(string document, string json)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(json.StartsWith('{') && document == OfTheTool ? s_placeOfTheTool : null)
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Whole(json).Replace("…", "1", StringComparison.Ordinal)))).Build();
        var services = new ServiceCollection();
        services.AddClientManagement(configuration.GetSection("ClientManagement"));
        using ServiceProvider provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IClientManagementFactory>();

        string[] names = [.. configuration.GetSection("ClientManagement:Providers").GetChildren().Select(p => p.Key)];
        Assert.That(factory.Providers, Is.EquivalentTo(names).And.Not.Empty);
        Assert.That(() => names.Select(factory.GetProvider).ToArray(), Throws.Nothing);
    }

    [Test]
    public void The_page_of_the_library_shows_all_backends() => Assert.That(
        JsonDocument.Parse(Documents.Blocks("json").First(b => b.Document == Documents.Library).Code).RootElement
            .GetProperty("ClientManagement").GetProperty("Providers").EnumerateObject().Select(p => p.Value.GetProperty("Backend").GetString()),
        Is.EquivalentTo(Enum.GetNames<Backend>()));

    [TestCaseSource(nameof(Keys))]
    public void A_key_is_a_setting_of_a_provider(string setting) =>
        Assert.That(typeof(ProviderOptions).GetProperty(setting), Is.Not.Null);

    // Some show the part of one provider.
    private static string Whole(string json) => json.StartsWith('{') ? json : $$"""{ "ClientManagement": { "Providers": { {{json}} } } }""";

    [GeneratedRegex("ClientManagement(?:__|:)Providers(?:__|:)[a-z]+(?:__|:)([A-Za-z]+)")]
    private static partial Regex Key();
}
